package io.github.cucmcerts.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Rule;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule with the severity ERROR that reports on upload sets: who can fix it, if its finding is on the certificate. */
class AtFaultTest {
    @TempDir
    private Path directory;

    @Test
    void everyErrorIsAssigned() throws IOException {
        UploadSet set = set();
        Map<AtFault, List<String>> assigned = RuleBook.rules().stream()
                .map(Rule::info)
                .filter(rule -> rule.severity() == Severity.ERROR)
                .collect(Collectors.groupingBy(
                        rule -> AtFault.of(
                                finding(rule.id(), set.leaf().orElseThrow().origin()), set),
                        TreeMap::new,
                        Collectors.mapping(rule -> rule.id(), Collectors.toList())));
        assertThat(assigned)
                .isEqualTo(Map.of(
                        AtFault.CSR,
                        List.of("csr-not-unique", "csr-superseded", "csr-signature-invalid", "node-mismatch"),
                        AtFault.CERTIFICATE,
                        List.of(
                                "csr-public-key-mismatch",
                                "san-missing",
                                "san-added",
                                "san-wildcard",
                                "san-node-missing",
                                "leaf-self-signed",
                                "path-invalid",
                                "certificate-expired",
                                "certificate-not-yet-valid",
                                "key-usage-missing",
                                "extended-key-usage-missing",
                                "key-type-mismatch",
                                "key-too-large",
                                "fips-signature",
                                "capf-constraints",
                                "multi-server-unsupported",
                                "purpose-not-ca-signed"),
                        AtFault.CA_CERTIFICATE,
                        List.of("issuer-signature-invalid", "trust-certificate-expired"),
                        AtFault.OTHER,
                        List.of(
                                "callmanager-with-tvs",
                                "csr-missing",
                                "slot-contested",
                                "leaf-ambiguous",
                                "ca-not-in-trust-store",
                                "path-search-exhausted",
                                "trust-certificate-kept",
                                "trust-cn-conflict",
                                "private-key-present",
                                "keystore-present",
                                "file-unreadable",
                                "export-of-other-cluster",
                                "served-differs",
                                "served-unreachable",
                                "served-expired")));
    }

    @Test
    void whatIsOnTheCsrNeedsAnotherCsr() throws IOException {
        UploadSet set = set();
        Origin csr = set.csr().orElseThrow().origin();
        assertThat(List.of("san-wildcard", "san-node-missing", "key-type-mismatch", "purpose-not-ca-signed"))
                .allMatch(rule -> AtFault.of(finding(rule, csr), set) == AtFault.CSR);
    }

    @Test
    void whatIsOnACaCertificateNeedsAnotherCaCertificate() throws IOException {
        UploadSet set = set();
        Origin issuing = Origin.whole("ca/issuing.pem");
        assertThat(List.of("certificate-not-yet-valid", "fips-signature", "key-too-large"))
                .allMatch(rule -> AtFault.of(finding(rule, issuing), set) == AtFault.CA_CERTIFICATE);
    }

    @Test
    void theEvidenceDecidesWhereTheRuleHasSeveralCauses() throws IOException {
        UploadSet set = set();
        Origin leaf = set.leaf().orElseThrow().origin();
        assertThat(AtFault.of(finding("ca-not-in-trust-store", leaf, "unknown"), set))
                .isEqualTo(AtFault.CA_CERTIFICATE);
        assertThat(AtFault.of(finding("ca-not-in-trust-store", leaf, "top"), set))
                .isEqualTo(AtFault.CA_CERTIFICATE);
        assertThat(AtFault.of(finding("issuer-signature-invalid", leaf, "algorithm"), set))
                .isEqualTo(AtFault.CERTIFICATE);
        assertThat(AtFault.of(finding("capf-constraints", leaf, "notAsking"), set))
                .isEqualTo(AtFault.CSR);
    }

    private UploadSet set() throws IOException {
        Tree.in(directory).set(Requested.PUB + "/tomcat", GoodSet.of(Requested.PUB));
        return Requests.checked(Requests.of(directory, Cluster.unknown()))
                .sets()
                .get(0);
    }

    private static Finding finding(String rule, Origin origin, String... evidence) {
        return new Finding(
                RuleBook.catalogue().stream()
                        .filter(info -> info.id().equals(rule))
                        .findFirst()
                        .orElseThrow(),
                Severity.ERROR,
                Optional.of(Requested.PUB + "/tomcat"),
                origin,
                Optional.empty(),
                List.of(evidence).stream().collect(Collectors.toMap(name -> name, name -> List.of("x"))),
                Optional.empty(),
                Optional.empty());
    }
}
