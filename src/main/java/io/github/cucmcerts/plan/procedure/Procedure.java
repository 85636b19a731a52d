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

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final List<Instruction> ALL = Stream.of(
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

    /** The documented restarts after an upload for each purpose, each up to the command or the service, in sentences. */
    public static Map<Purpose, String> restarts(Optional<Release> release) {
        Set<Circumstance> circumstances = release.isEmpty()
                ? Set.of(Circumstance.NOT_REUSED, Circumstance.RELEASE_UNKNOWN)
                : Set.of(Circumstance.NOT_REUSED);
        Map<Purpose, String> restarts = new EnumMap<>(Purpose.class);
        for (Purpose purpose : ORDER) {
            restarts.put(
                    purpose,
                    Afterwards.RESTARTS.stream()
                            .filter(restart -> restart.applies(release, Map.of(purpose, circumstances)))
                            .map(Instruction::sentence)
                            .collect(Collectors.joining(" ")));
        }
        return restarts;
    }
}
