package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.CUP;
import static io.github.cucmcerts.cucm.Purpose.CUP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.text.Message;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the documents say to do before and after uploads; the instructions of a moment are in order. */
public final class Procedure {
    /** The purposes in the order of document 217138, then those of IM and Presence; no other purpose can be CA-signed. */
    public static final List<Purpose> ORDER = List.of(
            TOMCAT,
            TOMCAT_ECDSA,
            CALL_MANAGER,
            CALL_MANAGER_ECDSA,
            IPSEC,
            CAPF,
            TVS,
            CUP,
            CUP_ECDSA,
            CUP_XMPP,
            CUP_XMPP_ECDSA,
            CUP_XMPP_S2S,
            CUP_XMPP_S2S_ECDSA);

    /** The purposes on whose order the documents differ. */
    public static final Set<Purpose> DISPUTED_ORDER = Set.of(CALL_MANAGER, CALL_MANAGER_ECDSA, IPSEC, CAPF, TVS);

    public static final List<Instruction> ALL = Stream.of(
                    Impact.ALL, Cautions.ALL, Preparations.ALL, Afterwards.ALL, Checks.ALL, WayBack.ALL, Neighbours.ALL)
            .flatMap(List::stream)
            .toList();

    private Procedure() {}

    /** What to do or know at that moment, in order; see {@link Instruction#applies}. */
    public static List<Instruction> instructions(
            Moment moment, Optional<Release> release, Map<Purpose, Set<Circumstance>> uploads) {
        return ALL.stream()
                .filter(instruction -> instruction.moment() == moment && instruction.applies(release, uploads))
                .toList();
    }

    /**
     * The documented restarts after an upload, as text for each purpose that has some: the CTL file update, if the cluster needs one, in
     * the words of the runbook; then each restart, with a note if it drops calls.
     */
    public static Map<Purpose, Message> restarts(Cluster cluster) {
        Set<Circumstance> circumstances = EnumSet.of(Circumstance.NOT_REUSED);
        if (cluster.release().isEmpty()) {
            circumstances.add(Circumstance.RELEASE_UNKNOWN);
        }
        if (cluster.mixedMode()) {
            circumstances.add(Circumstance.MIXED_MODE);
        }
        Map<Purpose, Message> restarts = new EnumMap<>(Purpose.class);
        for (Purpose purpose : ORDER) {
            Map<Purpose, Set<Circumstance>> upload = Map.of(purpose, circumstances);
            Stream.concat(
                            applying(Afterwards.CTL_FILE, cluster.release(), upload)
                                    .map(update -> Message.of(
                                            "plan.if-not-done",
                                            "If you did not do this after the upload: {update}",
                                            "update",
                                            update.whole())),
                            applying(Afterwards.RESTARTS, cluster.release(), upload)
                                    .map(Instruction::restart))
                    .reduce((first, then) ->
                            Message.of("plan.first-then", "{first} {then}", "first", first, "then", then))
                    .ifPresent(all -> restarts.put(purpose, all));
        }
        return restarts;
    }

    private static Stream<Instruction> applying(
            List<Instruction> some, Optional<Release> release, Map<Purpose, Set<Circumstance>> upload) {
        return some.stream().filter(instruction -> instruction.applies(release, upload));
    }
}
