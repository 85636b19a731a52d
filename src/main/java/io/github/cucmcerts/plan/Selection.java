package io.github.cucmcerts.plan;

import io.github.cucmcerts.cucm.Procedure;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.UploadText;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.Words;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.StoreChain;
import io.github.cucmcerts.upload.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which upload sets the plan takes: those that CUCM will take as things are, or once a certificate is deleted. */
final class Selection {
    /** What the plan has the remedy of: a deletion, and a second window. */
    private static final Set<String> REMEDIED = Set.of("trust-certificate-kept", "callmanager-with-tvs");

    private final Report report;
    private final Context context;
    private final List<UploadSet> planned = new ArrayList<>();
    private final List<Plan.Item> notAttempted = new ArrayList<>();
    private final List<Plan.Item> copies = new ArrayList<>();

    Selection(Report report, Comparator<UploadSet> order) {
        this.report = report;
        context = report.context();
        for (UploadSet set : report.sets().stream().sorted(order).toList()) {
            if (report.state(set) == Report.State.BLOCKED && !isRemedied(set)) {
                notAttempted.add(item(set, errors(set).map(Selection::told).toList()));
            } else if (isToBeUploaded(set)) {
                take(set);
            }
        }
        leaveOutWhatOthersNeed();
        leaveOutCopies();
    }

    /** The sets to upload, in the order of nodes. */
    List<UploadSet> planned() {
        return planned;
    }

    List<UploadSet> planned(Purpose purpose) {
        return planned.stream().filter(set -> set.purpose() == purpose).toList();
    }

    /** The sets not to be attempted, and why. */
    List<Plan.Item> notAttempted() {
        return notAttempted;
    }

    /** Sets that are part of the plan under another name. */
    List<Plan.Item> copies() {
        return copies;
    }

    /** The sets to upload on which a finding is waived, and which. */
    List<Plan.Item> accepted() {
        return planned.stream()
                .map(set -> item(
                        set,
                        report.findings(set).stream()
                                .flatMap(finding -> finding
                                        .waiver()
                                        .map(waiver -> told(finding)
                                                .and(Words.prose(", accepted until " + waiver.until() + ": "))
                                                .and(Words.code(waiver.reason())))
                                        .stream())
                                .toList()))
                .filter(item -> !item.reasons().isEmpty())
                .toList();
    }

    /** The sets in that state, with nothing to be said of them. */
    List<Plan.Item> in(Report.State state) {
        return report.sets().stream()
                .filter(set -> report.state(set) == state)
                .map(set -> item(set, List.of()))
                .toList();
    }

    private boolean isToBeUploaded(UploadSet set) {
        Report.State state = report.state(set);
        return state == Report.State.READY || state == Report.State.BLOCKED;
    }

    private boolean isRemedied(UploadSet set) {
        return set.leaf().isPresent()
                && errors(set)
                        .allMatch(finding -> REMEDIED.contains(finding.rule().id()));
    }

    private Stream<Finding> errors(UploadSet set) {
        return report.findings(set).stream().filter(finding -> finding.counts(Severity.ERROR));
    }

    private static Words told(Finding finding) {
        return Words.code(finding.origin().file())
                .and(Words.prose(": "))
                .and(Words.of(finding, Finding::message))
                .and(Words.prose(" (" + finding.rule().id() + ")"));
    }

    private void take(UploadSet set) {
        if (Procedure.ORDER.contains(set.purpose())) {
            planned.add(set);
        } else {
            UploadText why = set.purpose() == Purpose.UNKNOWN ? UploadText.NO_PURPOSE : UploadText.NOT_CA_SIGNED;
            notAttempted.add(item(set, List.of(Words.of(why.text(), Map.of()))));
        }
    }

    /** A store can't give up for one path what another needs. */
    private void leaveOutWhatOthersNeed() {
        for (UploadSet set : List.copyOf(planned)) {
            deletion(set).ifPresent(reason -> {
                planned.remove(set);
                notAttempted.add(item(set, List.of(reason)));
            });
        }
    }

    private Optional<Words> deletion(UploadSet set) {
        for (StoreChain chain : context.chains(set)) {
            for (Certificate deleted : StoreChange.of(chain, context).deleted().toList()) {
                List<String> others = planned.stream()
                        .filter(other -> needs(other, chain.store(), deleted))
                        .map(UploadSet::id)
                        .toList();
                if (!others.isEmpty()) {
                    return Optional.of(Words.of(
                            UploadText.DELETION_NEEDED.text(),
                            Map.of(
                                    "store", Words.code(chain.store().label()),
                                    "subject", Words.code(deleted.subject().toString()),
                                    "others", Words.codes(others))));
                }
            }
        }
        return Optional.empty();
    }

    private boolean needs(UploadSet set, TrustStore store, Certificate certificate) {
        return context.chains(set).stream()
                .anyMatch(chain -> chain.store().label().equals(store.label())
                        && chain.chain().authorities().contains(certificate));
    }

    /** A certificate goes up once, also where a copy of it lies in the folder of each node that it serves. */
    private void leaveOutCopies() {
        for (UploadSet set : List.copyOf(planned)) {
            planned.stream().filter(other -> isCopy(set, other)).findFirst().ifPresent(original -> {
                planned.remove(set);
                copies.add(item(
                        set,
                        List.of(Words.of(
                                UploadText.SAME_CERTIFICATE.text(), Map.of("other", Words.code(original.id()))))));
            });
        }
    }

    /** Of equal sets the one that has the CSR is the original, else the first. */
    private boolean isCopy(UploadSet set, UploadSet other) {
        return set.purpose() == other.purpose()
                && set.leaf().equals(other.leaf())
                && Comparator.comparing((UploadSet it) -> !hasOwnCsr(it))
                                .thenComparing(planned::indexOf)
                                .compare(other, set)
                        < 0;
    }

    private static boolean hasOwnCsr(UploadSet set) {
        return set.csr().filter(set.own()::contains).isPresent();
    }

    private static Plan.Item item(UploadSet set, List<Words> reasons) {
        return new Plan.Item(Words.code(set.id()), reasons);
    }
}
