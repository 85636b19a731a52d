package io.github.cucmcerts.request;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.WindowText;
import io.github.cucmcerts.request.CaRequest.Item;
import io.github.cucmcerts.request.CaRequest.Kind;
import io.github.cucmcerts.request.CaRequest.NotSent;
import io.github.cucmcerts.request.CaRequest.Section;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides for each upload set what to request from which CA. */
public final class Drafting {
    private final Report report;
    /** By their key, the certificates that may be in a wrong folder: none that a node made itself. */
    private final Map<SubjectPublicKey, Certificate> answers = new HashMap<>();

    private final List<NotSent> notSent = new ArrayList<>();
    private final Map<Csr, List<UploadSet>> byCsr = new LinkedHashMap<>();
    private final FileNames fileNames = new FileNames();

    private Drafting(Report report) {
        this.report = report;
    }

    /** The request; the same report gives the same request. */
    public static CaRequest of(Report report) {
        return new Drafting(report).request();
    }

    private CaRequest request() {
        report.facts()
                .inventory()
                .objects(Certificate.class)
                .filter(certificate -> !certificate.isSelfIssued())
                .forEach(certificate -> answers.putIfAbsent(certificate.key(), certificate));
        List<UploadSet> lacking = report.sets().stream()
                .filter(this::lacksItsCertificate)
                .sorted(Comparator.comparing(set -> !hasOwnCsr(set)))
                .toList();
        // what is wrong with these answers is said; they are no answers in the wrong folder
        lacking.stream()
                .filter(Drafting::hasAnswer)
                .forEach(set -> answers.remove(set.csr().orElseThrow().key()));
        lacking.forEach(this::sort);
        Map<Optional<Name>, List<Item>> byCa = new LinkedHashMap<>();
        byCsr.forEach((csr, sets) ->
                byCa.computeIfAbsent(issuer(sets), name -> new ArrayList<>()).add(item(csr, sets)));
        List<Section> sections = byCa.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Section section) -> section.ca().isEmpty())
                        .thenComparing(
                                section -> section.ca().map(Name::toString).orElse("")))
                .toList();
        return new CaRequest(
                report.language(),
                report.plugin(),
                report.cluster(),
                WindowText.of(report.facts().window(), report.language()),
                sections,
                List.copyOf(notSent));
    }

    private boolean lacksItsCertificate(UploadSet set) {
        State state = report.state(set);
        return state == State.AWAITING_CERTIFICATE || state == State.BLOCKED;
    }

    private static boolean hasOwnCsr(UploadSet set) {
        return set.csr().filter(set.slot().own()::contains).isPresent();
    }

    private void sort(UploadSet set) {
        List<Finding> errors = counting(set, Severity.ERROR).toList();
        Optional<Certificate> filedElsewhere = filedElsewhere(set);
        if (set.csr().isEmpty() || filedElsewhere.isPresent() || !canHelp(set, errors)) {
            notSent.add(new NotSent(set.id(), errors, filedElsewhere));
        } else {
            byCsr.computeIfAbsent(set.csr().get(), csr -> new ArrayList<>()).add(set);
        }
    }

    /** Whether the set needs something from a CA, and its CSR can be sent as it is. */
    private boolean canHelp(UploadSet set, List<Finding> errors) {
        if (errors.stream().anyMatch(error -> AtFault.of(error, set) == AtFault.CSR)) {
            return false;
        }
        return report.state(set) == State.AWAITING_CERTIFICATE
                || errors.stream().anyMatch(error -> isForTheCa(error, set));
    }

    /** Whether a CA can fix it. What follows from another finding needs no fix of its own. */
    private static boolean isForTheCa(Finding finding, UploadSet set) {
        if (finding.explainedBy().isPresent()) {
            return false;
        }
        AtFault fault = AtFault.of(finding, set);
        return fault == AtFault.CERTIFICATE || fault == AtFault.CA_CERTIFICATE;
    }

    /** Whether the set's certificate has the key of its CSR. */
    private static boolean hasAnswer(UploadSet set) {
        return set.csr()
                .filter(csr ->
                        set.leaf().filter(leaf -> leaf.key().equals(csr.key())).isPresent())
                .isPresent();
    }

    /** The certificate for the set's CSR, if it is in the folder of another set. */
    private Optional<Certificate> filedElsewhere(UploadSet set) {
        return set.csr().map(csr -> answers.get(csr.key()));
    }

    /** Whether the set's certificate is the answer to the CSR of another set, so that it says nothing about this CSR. */
    private boolean hasForeignCertificate(UploadSet set) {
        return !hasAnswer(set)
                && set.leaf()
                        .flatMap(leaf -> report.facts().uploads().csrOf(leaf.key()))
                        .isPresent();
    }

    private Stream<Finding> counting(UploadSet set, Severity severity) {
        return report.findings(set).stream().filter(finding -> finding.counts(severity));
    }

    /** The CA that issued the deployed certificates of the sets, if there is exactly one. */
    private static Optional<Name> issuer(List<UploadSet> sets) {
        List<Name> issuers = sets.stream()
                .flatMap(set -> set.deployed().identities().stream())
                .filter(identity -> !identity.isSelfIssued())
                .map(Certificate::issuer)
                .distinct()
                .toList();
        return issuers.size() == 1 ? Optional.of(issuers.get(0)) : Optional.empty();
    }

    private Item item(Csr csr, List<UploadSet> sets) {
        List<Certificate> answered = new ArrayList<>();
        List<Finding> wrong = new ArrayList<>();
        List<Finding> advice = new ArrayList<>();
        for (UploadSet set : sets) {
            boolean foreign = hasForeignCertificate(set);
            if (!foreign) {
                set.leaf().filter(leaf -> !answered.contains(leaf)).ifPresent(answered::add);
            }
            Stream.concat(counting(set, Severity.ERROR), counting(set, Severity.WARNING))
                    .forEach(finding -> {
                        if (AtFault.of(finding, set) == AtFault.CSR
                                || foreign && finding.rule().id().equals("csr-public-key-mismatch")) {
                            advice.add(finding);
                        } else if (!foreign && isForTheCa(finding, set)) {
                            wrong.add(finding);
                        }
                    });
        }
        UploadSet first = sets.get(0);
        return new Item(
                answered.isEmpty() ? Kind.ISSUE : mustReissue(sets) ? Kind.REISSUE : Kind.COMPLETE,
                sets.stream().map(UploadSet::id).toList(),
                first.purpose(),
                csr,
                ExtensionFile.of(fileNames.of(first.id()), csr.sha256(), Wanted.of(csr, first.purpose())),
                answered,
                wrong,
                advice);
    }

    private boolean mustReissue(List<UploadSet> sets) {
        return sets.stream()
                .anyMatch(set ->
                        counting(set, Severity.ERROR).anyMatch(error -> AtFault.of(error, set) == AtFault.CERTIFICATE));
    }
}
