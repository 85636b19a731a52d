package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.HtmlPage.Link;
import io.github.cucmcerts.report.HtmlPage.PathView;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The certification paths of a set as drawings: from the leaf to the root, or to the last certificate that is known. */
final class PathDrawing {
    private final Report report;
    private final Language language;
    private final UploadSet set;
    private final TrustStore store;
    private final List<Link> links = new ArrayList<>();

    private PathDrawing(Report report, UploadSet set, TrustStore store) {
        this.report = report;
        language = report.language();
        this.set = set;
        this.store = store;
    }

    static List<PathView> of(Report report, UploadSet set) {
        List<PathView> paths = new ArrayList<>();
        for (StoreChain chain : report.facts().chains(set)) {
            String title = report.language()
                    .text(
                            "report.path-title",
                            "Certification path in {store}",
                            "store",
                            Visible.of(chain.store().label()));
            paths.add(new PathView(title, new PathDrawing(report, set, chain.store()).links(chain)));
        }
        return List.copyOf(paths);
    }

    private List<Link> links(StoreChain drawn) {
        Chain chain = drawn.chain();
        Certificate leaf = set.leaf().orElseThrow();
        if (!chain.path().isEmpty()) {
            path(chain.path());
        } else {
            link(leaf);
        }
        if (chain instanceof Chain.IssuerMissing missing) {
            above(
                    missing.child(),
                    language.text(
                            "report.path-missing",
                            "Missing: neither in this directory nor in {store}",
                            "store",
                            store.label()));
        } else if (chain instanceof Chain.WrongKey wrong) {
            above(
                    wrong.child(),
                    language.text(
                            "report.path-wrong-key",
                            "Certificates with this name exist, but none of their keys verifies the signature: {files}",
                            "files",
                            files(wrong.sameName())));
        } else if (chain instanceof Chain.UnknownAlgorithm unknown) {
            above(
                    unknown.child(),
                    language.text(
                            "report.path-unknown-algorithm",
                            "The signer is unknown: this plugin does not know the signature algorithm"));
        } else if (chain instanceof Chain.Invalid invalid && invalid.path().isEmpty()) {
            above(
                    invalid.rejection().culprit(),
                    language.text(
                            "report.path-two-algorithms",
                            "The signer is unknown: the certificate names two signature algorithms"));
        } else if (chain instanceof Chain.Exhausted exhausted) {
            end("", language.text("report.path-stopped", "The search was stopped: {work}", "work", exhausted.work()));
        } else if (chain instanceof Chain.SelfSigned) {
            end(
                    leaf.subject().toString(),
                    language.text("report.path-self-signed", "Signed with its own key, not by a CA"));
        }
        return links;
    }

    private void path(List<Certificate> path) {
        int more = path.size() - Bounds.VALUES;
        for (Certificate certificate : path.subList(0, more > 0 ? Bounds.VALUES - 1 : path.size())) {
            link(certificate);
        }
        if (more > 0) {
            links.add(new Link("good", "", language.rest(more), "", "", List.of(), List.of()));
            link(path.get(path.size() - 1));
        }
    }

    private String files(Collection<Certificate> certificates) {
        List<String> files = certificates.stream()
                .map(certificate -> certificate.origin().file())
                .toList();
        return language.bounded(files).stream().collect(language.commas());
    }

    private void above(Certificate child, String why) {
        if (!set.leaf().orElseThrow().equals(child)) {
            link(child);
        }
        end(child.issuer().toString(), why);
    }

    private void end(String name, String why) {
        links.add(new Link(
                "missing",
                language.text("report.path-issuer", "issuer"),
                Visible.of(Bounds.text(name)),
                "",
                "",
                List.of(),
                List.of(Visible.of(why))));
    }

    private void link(Certificate certificate) {
        Set<String> wrong = new LinkedHashSet<>();
        boolean error = false;
        for (Finding finding : report.findings(set)) {
            if (!finding.sha256().equals(Optional.of(certificate.sha256()))) {
                continue;
            }
            error |= finding.counts(Severity.ERROR);
            if (finding.severity() != Severity.INFO && finding.waiver().isEmpty()) {
                wrong.add(finding.rule().title());
            }
        }
        links.add(new Link(
                error ? "error" : "good",
                Report.label(report.facts().roles().of(certificate), language),
                Visible.of(Bounds.text(certificate.subject().toString())),
                dates(certificate),
                Visible.of(origin(certificate)),
                namesakes(certificate),
                List.copyOf(wrong)));
    }

    private String origin(Certificate certificate) {
        String file = certificate.origin().file();
        if (set.leaf().orElseThrow().equals(certificate)) {
            return file;
        }
        return report.facts().after(store).outcome(certificate) instanceof Outcome.Expired
                ? language.text("report.path-expired", "offered: {file}, rejected because it has expired", "file", file)
                : place(certificate);
    }

    private String place(Certificate certificate) {
        String file = certificate.origin().file();
        return store.deployed().contains(certificate)
                ? language.text("report.path-deployed", "deployed: {file}", "file", file)
                : language.text("report.path-offered", "offered: {file}", "file", file);
    }

    /** What happens in the store to the certificate and to others with its name. */
    private List<String> namesakes(Certificate certificate) {
        if (set.leaf().orElseThrow().equals(certificate)) {
            return List.of();
        }
        Outcome outcome = report.facts().after(store).outcome(certificate);
        if (outcome instanceof Outcome.Replaces replaces) {
            return language.bounded(replaces.deployed().stream()
                    .map(other -> language.text(
                            "report.path-replaces", "replaces {certificate}", "certificate", namesake(other)))
                    .toList());
        }
        if (outcome instanceof Outcome.KeptOut kept) {
            String by = namesake(kept.by());
            return List.of(language.text("report.path-blocked", "blocked by {certificate}", "certificate", by));
        }
        if (outcome instanceof Outcome.Displaced displaced) {
            String by = namesake(displaced.by());
            return List.of(language.text("report.path-replaced", "replaced by {certificate}", "certificate", by));
        }
        return List.of();
    }

    private String namesake(Certificate other) {
        String subject = Visible.of(Bounds.text(other.subject().toString()));
        return Stream.of(subject, dates(other), Visible.of(place(other))).collect(language.commas());
    }

    private String dates(Certificate certificate) {
        return WindowText.period(certificate.notBefore(), certificate.notAfter(), language);
    }
}
