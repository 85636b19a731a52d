package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.procedure.UploadText.CAPF_OF_ANOTHER_NODE;
import static io.github.cucmcerts.plan.procedure.UploadText.DELETION_NEEDED;
import static io.github.cucmcerts.plan.procedure.UploadText.NOT_REUSABLE;
import static io.github.cucmcerts.plan.procedure.UploadText.SAME_CERTIFICATE;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.plan.procedure.Procedure;
import io.github.cucmcerts.plan.procedure.UploadText;
import io.github.cucmcerts.report.Listing;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.Room;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Selects the upload sets that CUCM accepts now, or accepts after a deletion that the runbook contains. */
final class Selection {
    private static final String WITH_CALL_MANAGER = "callmanager-with-tvs";
    /** Rules whose remedy is in the runbook: a deletion, a second change window. */
    private static final Set<String> REMEDIED = Set.of("trust-certificate-kept", WITH_CALL_MANAGER);

    private final Report report;
    private final Facts facts;
    private final List<UploadSet> planned = new ArrayList<>();
    private final List<Plan.Item> notAttempted = new ArrayList<>();
    private final List<Plan.Item> copies = new ArrayList<>();
    private Deletions deletions;

    Selection(Report report, Comparator<UploadSet> order) {
        this.report = report;
        facts = report.facts();
        deletions = Deletions.none(facts);
        List<UploadSet> sets = report.sets().stream().sorted(order).toList();
        Set<UploadSet> blocked = new LinkedHashSet<>();
        sets.stream()
                .filter(set -> report.state(set) == State.BLOCKED && !isRemedied(set))
                .forEach(blocked::add);
        Listing errors = Listing.folded(blocked.stream().flatMap(this::errors).toList(), Room.PAGE);
        for (UploadSet set : sets) {
            if (blocked.contains(set)) {
                notAttempted.add(item(set, reasons(errors.of(set))));
            } else if (isToBeUploaded(set)) {
                add(set);
            }
        }
        leaveOutReuseOfWhatIsNotInUse();
        leaveOutWhatOthersNeed();
        leaveOutReuseOfWhatIsLeftOut();
        leaveOutCopies();
    }

    /** The deletions that the sets to upload need. */
    Deletions deletions() {
        return deletions;
    }

    /** The sets to upload for that purpose, in the order of the nodes. */
    List<UploadSet> planned(Purpose purpose) {
        return planned.stream().filter(set -> set.purpose() == purpose).toList();
    }

    /** The sets that cannot be uploaded, with the reasons. */
    List<Plan.Item> notAttempted() {
        return notAttempted;
    }

    /** The sets whose certificate is uploaded as part of another set. */
    List<Plan.Item> copies() {
        return copies;
    }

    /** The sets to upload that have waived findings, with these findings. */
    List<Plan.Item> accepted() {
        Listing waived = Listing.of(
                planned.stream()
                        .flatMap(set -> report.findings(set).stream())
                        .filter(finding -> finding.waiver().isPresent())
                        .toList(),
                Room.PAGE);
        return planned.stream()
                .map(set -> item(set, reasons(waived.of(set))))
                .filter(item -> !item.reasons().isEmpty())
                .toList();
    }

    /** The sets in that state, without reasons. */
    List<Plan.Item> in(State state) {
        return report.sets().stream()
                .filter(set -> report.state(set) == state)
                .map(set -> item(set, List.of()))
                .toList();
    }

    private boolean isToBeUploaded(UploadSet set) {
        State state = report.state(set);
        return state == State.READY || state == State.BLOCKED;
    }

    private boolean isRemedied(UploadSet set) {
        return set.leaf().isPresent()
                && errors(set)
                        .allMatch(finding -> REMEDIED.contains(finding.rule().id()));
    }

    /** Whether CallManager must change first, even if it is not part of the plan. */
    boolean waitsForCallManager(UploadSet set) {
        return errors(set).anyMatch(finding -> finding.rule().id().equals(WITH_CALL_MANAGER));
    }

    private Stream<Finding> errors(UploadSet set) {
        return report.findings(set).stream().filter(finding -> finding.counts(Severity.ERROR));
    }

    private List<Words> reasons(Listing.OfSet its) {
        return Stream.concat(its.entries().stream().map(this::text), its.notes().stream())
                .toList();
    }

    private Words text(Listing.Entry entry) {
        Finding finding = entry.finding();
        List<Object> values = new ArrayList<>(List.of(
                "file",
                Words.code(finding.origin().file()),
                "message",
                finding.words(Finding.Text.MESSAGE),
                "rule",
                finding.rule().id()));
        finding.waiver()
                .ifPresent(waiver ->
                        values.addAll(List.of("until", waiver.until(), "reason", Words.code(waiver.reason()))));
        if (entry.sets().size() > 1) {
            values.addAll(List.of("concerns", entry.concerns()));
        }
        return report.language()
                .words(
                        "plan.finding",
                        "{file}: {message} ({rule})[ Accepted until {until}: {reason}.][ {concerns}]",
                        values.toArray());
    }

    private void add(UploadSet set) {
        if (isCapfOfAnotherNode(set)) {
            notAttempted.add(item(set, List.of(CAPF_OF_ANOTHER_NODE.words(report.language()))));
        } else if (Procedure.ORDER.contains(set.purpose())) {
            planned.add(set);
        } else {
            UploadText why = set.purpose() == Purpose.UNKNOWN ? UploadText.NO_PURPOSE : UploadText.NOT_CA_SIGNED;
            notAttempted.add(item(set, List.of(why.words(report.language()))));
        }
    }

    /** Whether it is a CAPF certificate that no service uses. */
    private boolean isCapfOfAnotherNode(UploadSet set) {
        return set.purpose() == Purpose.CAPF
                && !set.node().isEmpty()
                && facts.cluster()
                        .publisher()
                        .filter(publisher -> !publisher.sameAs(set.nodeName()))
                        .isPresent();
    }

    /** CUCM can reuse the Tomcat certificate for CallManager only after Tomcat itself has it. */
    private void leaveOutReuseOfWhatIsNotInUse() {
        for (UploadSet set : List.copyOf(planned)) {
            Reuse.of(set, facts)
                    .filter(tomcat -> !isInUseBefore(tomcat))
                    .ifPresent(tomcat -> leaveOut(set, NOT_REUSABLE, "other", Words.code(tomcat.id())));
        }
    }

    private boolean isInUseBefore(UploadSet tomcat) {
        return tomcat.multiServer()
                && facts.cluster()
                        .release()
                        .filter(release -> !release.isFrom14())
                        .isEmpty()
                && (tomcat.isDeployed() || planned.contains(tomcat));
    }

    /** Leaves out sets whose deletions would remove a certificate that another path needs. */
    private void leaveOutWhatOthersNeed() {
        for (UploadSet set : List.copyOf(planned)) {
            Deletions more = deletions.and(set);
            Optional<Loss> loss = loss(set, more);
            if (loss.isPresent()) {
                leaveOut(
                        set,
                        DELETION_NEEDED,
                        "store",
                        Words.code(loss.get().store().label()),
                        "subject",
                        Words.code(loss.get().lost().subject().toString()),
                        "other",
                        Words.code(loss.get().set().id()));
            } else {
                deletions = more;
            }
        }
    }

    /** Leaves out the reuse of Tomcat sets that are now left out, with the deletions that only the reuse needs. */
    private void leaveOutReuseOfWhatIsLeftOut() {
        int before = planned.size();
        leaveOutReuseOfWhatIsNotInUse();
        if (planned.size() < before) {
            deletions = Deletions.none(facts);
            planned.forEach(set -> deletions = deletions.and(set));
        }
    }

    /** A certificate that a set's path needs, and that its store would lose. */
    private record Loss(UploadSet set, TrustStore store, Certificate lost) {}

    /** What the set, or another set that shares its stores, would lose through the further deletions. */
    private Optional<Loss> loss(UploadSet set, Deletions more) {
        List<String> changed = facts.chains(set).stream()
                .filter(chain -> !more.keepingOut(chain).isEmpty())
                .map(chain -> chain.store().label())
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : planned.stream()
                        .flatMap(other -> facts.chains(other).stream()
                                .filter(chain -> changed.contains(chain.store().label()))
                                .flatMap(chain -> losses(other, set, chain, more)))
                        .findFirst();
    }

    private Stream<Loss> losses(UploadSet other, UploadSet set, StoreChain chain, Deletions more) {
        Set<Certificate> held = more.after(chain.store()).held();
        Set<Certificate> before = deletions.after(chain.store()).held();
        return chain.chain().authorities().stream()
                .filter(authority ->
                        !held.contains(authority) && (other.id().equals(set.id()) || before.contains(authority)))
                .map(authority -> new Loss(other, chain.store(), authority));
    }

    private void leaveOut(UploadSet set, UploadText why, Object... evidence) {
        planned.remove(set);
        notAttempted.add(item(set, List.of(why.words(report.language(), evidence))));
    }

    /** Leaves out copies: a certificate is uploaded once, even if each of its nodes has a copy in its folder. */
    private void leaveOutCopies() {
        Map<List<Object>, UploadSet> originals = new HashMap<>();
        planned.stream()
                .sorted(Comparator.comparing(set -> !hasOwnCsr(set)))
                .forEach(set -> originals.putIfAbsent(certificate(set), set));
        planned.removeIf(set -> {
            String original = originals.get(certificate(set)).id();
            boolean isCopy = !original.equals(set.id());
            if (isCopy) {
                copies.add(
                        item(set, List.of(SAME_CERTIFICATE.words(report.language(), "other", Words.code(original)))));
            }
            return isCopy;
        });
    }

    private static List<Object> certificate(UploadSet set) {
        return List.of(set.purpose(), set.leaf().orElseThrow());
    }

    private static boolean hasOwnCsr(UploadSet set) {
        return set.csr().filter(set.slot().own()::contains).isPresent();
    }

    private static Plan.Item item(UploadSet set, List<Words> reasons) {
        return new Plan.Item(Words.code(set.id()), reasons);
    }
}
