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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides for each upload set what to request from which CA. */
public final class Drafting {
    private final Report report;
    private final Set<SubjectPublicKey> answered = new HashSet<>();
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
                .forEach(certificate -> answered.add(certificate.key()));
        report.sets().stream()
                .filter(this::lacksItsCertificate)
                .sorted(Comparator.comparing(set -> !hasOwnCsr(set)))
                .forEach(this::sort);
        Map<Optional<Name>, List<Item>> byCa = new LinkedHashMap<>();
        byCsr.forEach((csr, sets) ->
                byCa.computeIfAbsent(issuer(sets), name -> new ArrayList<>()).add(item(csr, sets)));
        List<Section> sections = byCa.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Section section) -> section.ca().isEmpty())
                        .thenComparing(section ->
                                section.ca().map(Name::toString).orElse("")))
                .toList();
        return new CaRequest(
                report.plugin(),
                report.cluster(),
                WindowText.of(report.facts().window()),
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
        if (set.csr().isEmpty() || !canHelp(set, errors)) {
            notSent.add(new NotSent(set.id(), errors));
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
                || errors.stream().anyMatch(error -> isForTheCa(error, set) && !isFiledElsewhere(error, set));
    }

    /** Whether a CA can fix it. What follows from another finding needs no fix of its own. */
    private static boolean isForTheCa(Finding finding, UploadSet set) {
        if (finding.explainedBy().isPresent()) {
            return false;
        }
        AtFault fault = AtFault.of(finding, set);
        return fault == AtFault.CERTIFICATE || fault == AtFault.CA_CERTIFICATE;
    }

    /** Whether the certificate for the CSR exists already, but in the wrong folder. */
    private boolean isFiledElsewhere(Finding error, UploadSet set) {
        return error.rule().id().equals("csr-public-key-mismatch")
                && answered.contains(set.csr().orElseThrow().key());
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
        List<Finding> wrong = new ArrayList<>();
        List<Finding> advice = new ArrayList<>();
        boolean complete = true;
        for (UploadSet set : sets) {
            Stream.concat(counting(set, Severity.ERROR), counting(set, Severity.WARNING))
                    .forEach(finding -> {
                        if (AtFault.of(finding, set) == AtFault.CSR) {
                            advice.add(finding);
                        } else if (isForTheCa(finding, set)) {
                            wrong.add(finding);
                        }
                    });
            complete &= counting(set, Severity.ERROR)
                    .noneMatch(error -> AtFault.of(error, set) == AtFault.CERTIFICATE);
        }
        UploadSet first = sets.get(0);
        List<Certificate> answers =
                sets.stream().flatMap(set -> set.leaf().stream()).distinct().toList();
        return new Item(
                answers.isEmpty() ? Kind.ISSUE : complete ? Kind.COMPLETE : Kind.REISSUE,
                sets.stream().map(UploadSet::id).toList(),
                first.purpose(),
                csr,
                ExtensionFile.of(fileNames.of(first.id()), csr.sha256(), Wanted.of(csr, first.purpose())),
                answers,
                wrong,
                advice);
    }
}
