package io.github.cucmcerts.report;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.report.HtmlPage.Link;
import io.github.cucmcerts.report.HtmlPage.PathView;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Outcome;
import io.github.cucmcerts.trust.StoreChain;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The certification paths of a set as drawings: from the leaf to the root, or to the last certificate that is known. */
final class PathDrawing {
    private final Report report;
    private final UploadSet set;
    private final TrustStore store;
    private final List<Link> links = new ArrayList<>();

    private PathDrawing(Report report, UploadSet set, TrustStore store) {
        this.report = report;
        this.set = set;
        this.store = store;
    }

    static List<PathView> of(Report report, UploadSet set) {
        return report.facts().chains(set).stream()
                .map(chain -> new PathView(
                        Visible.of(chain.store().label()), new PathDrawing(report, set, chain.store()).links(chain)))
                .toList();
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
            above(missing.child(), "Missing: neither in this directory nor in " + store.label());
        } else if (chain instanceof Chain.WrongKey wrong) {
            above(
                    wrong.child(),
                    "Certificates with this name exist, but none of their keys verifies the signature: "
                            + files(wrong.sameName()));
        } else if (chain instanceof Chain.UnknownAlgorithm unknown) {
            above(unknown.child(), "The signer is unknown: this plugin does not know the signature algorithm");
        } else if (chain instanceof Chain.Invalid invalid && invalid.path().isEmpty()) {
            above(
                    invalid.rejection().culprit(),
                    "The signer is unknown: the certificate names two signature algorithms");
        } else if (chain instanceof Chain.Exhausted exhausted) {
            end("", "The search was stopped: " + exhausted.work());
        } else if (chain instanceof Chain.SelfSigned) {
            end(leaf.subject().toString(), "Signed with its own key, not by a CA");
        }
        return links;
    }

    private void path(List<Certificate> path) {
        int more = path.size() - Bounds.VALUES;
        path.subList(0, more > 0 ? Bounds.VALUES - 1 : path.size()).forEach(this::link);
        if (more > 0) {
            links.add(new Link("good", "", "and " + Bounds.number(more) + " more", "", "", List.of(), List.of()));
            link(path.get(path.size() - 1));
        }
    }

    private static String files(Collection<Certificate> certificates) {
        return String.join(
                ", ",
                Bounds.list(certificates.stream()
                        .map(certificate -> certificate.origin().file())
                        .toList()));
    }

    private void above(Certificate child, String why) {
        if (!set.leaf().orElseThrow().equals(child)) {
            link(child);
        }
        end(child.issuer().toString(), why);
    }

    private void end(String name, String why) {
        links.add(new Link(
                "missing", "issuer", Visible.of(Bounds.text(name)), "", "", List.of(), List.of(Visible.of(why))));
    }

    private void link(Certificate certificate) {
        List<String> wrong = report.findings(set).stream()
                .filter(finding -> finding.severity() != Severity.INFO
                        && finding.waiver().isEmpty()
                        && finding.sha256().filter(certificate.sha256()::equals).isPresent())
                .map(Finding::rule)
                .map(rule -> rule.title())
                .distinct()
                .toList();
        boolean error = report.findings(set).stream()
                .anyMatch(finding -> finding.counts(Severity.ERROR)
                        && finding.sha256().filter(certificate.sha256()::equals).isPresent());
        links.add(new Link(
                error ? "error" : "good",
                report.facts().roles().of(certificate).label(),
                Visible.of(Bounds.text(certificate.subject().toString())),
                dates(certificate),
                Visible.of(origin(certificate)),
                namesakes(certificate),
                wrong));
    }

    private String origin(Certificate certificate) {
        String file = certificate.origin().file();
        if (set.leaf().orElseThrow().equals(certificate)) {
            return file;
        }
        return report.facts().after(store).outcome(certificate) instanceof Outcome.Expired
                ? "offered: " + file + ", rejected because it has expired"
                : place(certificate) + file;
    }

    private String place(Certificate certificate) {
        return store.deployed().contains(certificate) ? "deployed: " : "offered: ";
    }

    /** What happens in the store to the certificate and to others with its name. */
    private List<String> namesakes(Certificate certificate) {
        if (set.leaf().orElseThrow().equals(certificate)) {
            return List.of();
        }
        Outcome outcome = report.facts().after(store).outcome(certificate);
        if (outcome instanceof Outcome.Replaces replaces) {
            return Bounds.list(replaces.deployed().stream()
                    .map(other -> namesake("replaces", other))
                    .toList());
        }
        if (outcome instanceof Outcome.KeptOut kept) {
            return List.of(namesake("blocked by", kept.by()));
        }
        return outcome instanceof Outcome.Displaced displaced
                ? List.of(namesake("replaced by", displaced.by()))
                : List.of();
    }

    private String namesake(String verb, Certificate other) {
        return verb + " " + Visible.of(Bounds.text(other.subject().toString())) + ", " + dates(other) + ", "
                + place(other) + Visible.of(other.origin().file());
    }

    private static String dates(Certificate certificate) {
        return certificate.notBefore() + " to " + certificate.notAfter();
    }
}
