package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The effort for a path beyond its certificates: the requirements of its CAs for the certificates below, counted by
 * hand.
 */
class EffortTest {
    private static final Csr REQUEST = Csr.of("a.example.com", with -> with.san("DNS:a.example.com", "IP:10.1.2.3"));

    @TempDir
    private Path directory;

    @Test
    void aPathWithoutRequirementsCostsItsCertificates() throws IOException {
        Cert root = Cert.root("Root");
        assertThat(extra(root.sign(REQUEST), root)).isZero();
    }

    @Test
    void verifyingSignaturesAgainCostsMost() throws IOException {
        Cert root = Cert.root("Root");
        SubjectPublicKeyInfo inheriting =
                new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa), new byte[65]);
        assertThat(extra(root.sign(REQUEST, with -> with.publicKey(inheriting)), root))
                .isEqualTo(2 * (1_000_000 - 20_000));
    }

    @Test
    void repeatedPoliciesMultiply() throws IOException {
        Cert root = Cert.root("Root", with -> with.extension(Extension.certificatePolicies, false, policies(1, 2)));
        Cert leaf = root.sign(REQUEST, with -> with.extension(Extension.certificatePolicies, false, policies(1, 1)));
        assertThat(extra(leaf, root)).isEqualTo(10 * 2 + 10 * (3 * 2));
        Cert issuing = root.intermediate(
                "Issuing", with -> with.extension(Extension.certificatePolicies, false, policies(1, 1)));
        leaf = issuing.sign(REQUEST, with -> with.extension(Extension.certificatePolicies, false, policies(1)));
        assertThat(extra(leaf, issuing, root)).isEqualTo(10 * 2 + 10 * (3 * 2) + 10 * (3 * 2 + 2) * 1);
    }

    @Test
    void mappedPoliciesMultiply() throws IOException {
        Cert root = Cert.root(
                "Root",
                with -> with.extension(Extension.certificatePolicies, false, policies(1))
                        .extension(Extension.policyMappings, false, mappings(1, 2, 3)));
        Cert leaf = root.sign(REQUEST, with -> with.extension(Extension.certificatePolicies, false, policies(2)));
        assertThat(extra(leaf, root)).isEqualTo(10 * (1 + (1 + 1 + 2) * 2) + 10 * (4 * (1 + 2 * 1)));
        Cert issuing =
                root.intermediate("Issuing", with -> with.extension(Extension.certificatePolicies, false, policies(2)));
        leaf = issuing.sign(REQUEST, with -> with.extension(Extension.certificatePolicies, false, policies(2)));
        assertThat(extra(leaf, issuing, root)).isEqualTo(90 + 120 + 10 * (4 * 2 + 1) * 1);
    }

    /** Leaf first. */
    private double extra(Cert... path) throws IOException {
        List<Certificate> read = read(path);
        double plain = read.stream()
                .mapToDouble(certificate -> certificate.size() + 20_000)
                .sum();
        return CaPath.of(read).effort().total() - plain;
    }

    private List<Certificate> read(Cert... path) throws IOException {
        List<Certificate> read = new ArrayList<>();
        for (Cert cert : path) {
            Tree.in(directory).file("a.pem", cert);
            read.add(DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                    .objects(Certificate.class)
                    .findFirst()
                    .orElseThrow());
        }
        return read;
    }

    private static ASN1Encodable policies(Integer... numbers) {
        return new DERSequence(Stream.of(numbers)
                .map(number -> new PolicyInformation(policy(number)))
                .toArray(ASN1Encodable[]::new));
    }

    private static ASN1Encodable mappings(int from, Integer... to) {
        return new DERSequence(Stream.of(to)
                .map(number -> new DERSequence(new ASN1Encodable[] {policy(from), policy(number)}))
                .toArray(ASN1Encodable[]::new));
    }

    private static ASN1ObjectIdentifier policy(int number) {
        return new ASN1ObjectIdentifier("1.2.3." + number);
    }
}
