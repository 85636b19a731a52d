package io.github.cucmcerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.ReportFormat;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.Chain;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.IssuerCandidates;
import io.github.cucmcerts.trust.Searches;
import io.github.cucmcerts.trust.Signatures;
import io.github.cucmcerts.trust.StoreAfter;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.Grouping;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An internal error in a path search or a trust store blocks only the sets that need it. */
class BrokenPartTest {
    private static final String TOMCAT = "cucm-pub.example.com/tomcat";
    private static final String IPSEC = "cucm-pub.example.com/ipsec";

    @TempDir
    private Path directory;

    @BeforeEach
    void twoGoodSets() {
        Tree.in(directory).set(TOMCAT).set(IPSEC, GoodSet.ipsec("cucm-pub.example.com"));
    }

    private interface PathSearch {
        Chain path(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold);
    }

    private interface Storing {
        StoreAfter after(TrustStore store, Set<Certificate> needed);
    }

    @Test
    void aSearchThatFails() throws IOException {
        Report report = report(
                searches -> (leaf, candidates, canHold) -> {
                    if (leaf.origin().file().startsWith(IPSEC)) {
                        throw new IllegalStateException("oops");
                    }
                    return searches.path(leaf, candidates, canHold);
                },
                searches -> searches::after);
        assertOnlyIpsecIsBlocked(report, "certification paths", "IllegalStateException: oops");
    }

    @Test
    void thePathOfASiblingIsSearchedOnlyIfARuleNeedsIt() throws IOException {
        Tree.in(directory)
                .set("imp.example.com/cup", GoodSet.ipsec("imp.example.com"))
                .file(
                        "deployed/imp.example.com/cup-ECDSA/today.pem",
                        Cert.selfSigned(GoodSet.ecdsa("imp.example.com").csr()));
        Report report = report(
                searches -> (leaf, candidates, canHold) -> {
                    assertThat(leaf.origin().file()).doesNotEndWith("today.pem");
                    return searches.path(leaf, candidates, canHold);
                },
                searches -> searches::after);
        assertThat(report.sets()).hasSize(3);
    }

    @Test
    void aFailedSearchForTheSiblingKeepsTheOwnPath() throws IOException {
        Cert today = Cert.selfSigned(GoodSet.ecdsa("cucm-pub.example.com").csr());
        Tree.in(directory).without(TOMCAT + "/root.pem").file("deployed/" + TOMCAT + "-ECDSA/today.pem", today);
        Report report = report(
                searches -> (leaf, candidates, canHold) -> {
                    if (leaf.origin().file().endsWith("today.pem")) {
                        throw new IllegalStateException("oops");
                    }
                    return searches.path(leaf, candidates, canHold);
                },
                searches -> searches::after);
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(finding -> finding.rule().id())
                .containsExactlyInAnyOrder("rule-failed", "ca-not-in-trust-store");
    }

    @Test
    void aSearchThatOverflowsTheStack() throws IOException {
        Report report = report(
                searches -> (leaf, candidates, canHold) -> {
                    if (leaf.origin().file().startsWith(IPSEC)) {
                        throw new StackOverflowError();
                    }
                    return searches.path(leaf, candidates, canHold);
                },
                searches -> searches::after);
        assertOnlyIpsecIsBlocked(report, "certification paths", "StackOverflowError");
    }

    @Test
    void aStoreThatFails() throws IOException {
        Report report = report(searches -> searches::path, searches -> (store, needed) -> {
            if (store.name().equals("ipsec-trust")) {
                throw new IllegalStateException("oops");
            }
            return searches.after(store, needed);
        });
        assertOnlyIpsecIsBlocked(report, "trust stores", "IllegalStateException: oops");
    }

    @Test
    void aStoreThatFailsOnceItsPathsAreKnown() throws IOException {
        Report report = report(searches -> searches::path, searches -> (store, needed) -> {
            if (store.name().equals("ipsec-trust") && !needed.isEmpty()) {
                throw new IllegalStateException("oops");
            }
            return searches.after(store, needed);
        });
        assertOnlyIpsecIsBlocked(report, "trust stores", "IllegalStateException: oops");
    }

    @Test
    void nothingFails() throws IOException {
        Report report = report(searches -> searches::path, searches -> searches::after);
        assertThat(report.sets()).allMatch(set -> report.state(set) == State.READY);
    }

    private static void assertOnlyIpsecIsBlocked(Report report, String part, String problem) throws IOException {
        assertThat(report.sets())
                .allSatisfy(set ->
                        assertThat(report.state(set)).isEqualTo(set.id().equals(IPSEC) ? State.BLOCKED : State.READY));
        assertThat(report.findings())
                .as("a defect does not depend on the offered files")
                .noneMatch(finding -> finding.rule().id().equals("path-search-exhausted"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().id().equals("rule-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.uploadSet()).contains(IPSEC);
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.evidence().get("rule")).containsExactly(part);
                    assertThat(finding.message()).contains(part, problem).doesNotContain("\tat ");
                });
        // a table and a calendar of certificates contain no findings
        for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.CSV, ReportFormat.CALENDAR))) {
            StringWriter writer = new StringWriter();
            format.write(report, writer);
            assertThat(writer.toString()).as("%s", format).contains("rule-failed");
        }
    }

    private Report report(Function<Searches, PathSearch> searching, Function<Searches, Storing> storing)
            throws IOException {
        Request request = Requests.of(directory, Cluster.unknown());
        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        Signatures signatures = new Signatures();
        Searches right = Searches.of(signatures, request.situation());
        PathSearch search = searching.apply(right);
        Storing stores = storing.apply(right);
        Searches searches = new Searches() {
            @Override
            public Chain path(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold) {
                return search.path(leaf, candidates, canHold);
            }

            @Override
            public StoreAfter after(TrustStore store, Set<Certificate> needed) {
                return stores.after(store, needed);
            }
        };
        Facts facts = Facts.of(
                inventory,
                Grouping.of(inventory, Cluster.unknown(), Set.of()),
                request.situation(),
                signatures,
                searches);
        return new Report("1", "certs", "certs", "certs", Check.assess(request, facts));
    }
}
