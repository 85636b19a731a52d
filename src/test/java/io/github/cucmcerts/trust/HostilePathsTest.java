package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Certificates made to explode the search for a path. The path is found, or the search is given up. Counters limit the
 * effort, so no test uses a clock.
 */
class HostilePathsTest {
    private static final Csr REQUEST = Csr.of("a.example.com");

    @TempDir
    private Path directory;

    @Test
    void aHundredCasWithOneNameThatAllSignedEachOther() throws IOException {
        List<Cert> crossSigned = crossSigned(100);
        Chain chain = find(crossSigned.get(0).sign(REQUEST), crossSigned);
        assertThat(chain).isInstanceOf(Chain.Exhausted.class);
    }

    @Test
    void aDozenOfThemAndARoot() throws IOException {
        Cert root = Cert.root("Root");
        List<Cert> reach = new ArrayList<>(crossSigned(12));
        Cert leaf = reach.get(0).sign(REQUEST);
        reach.add(root.intermediate("CA", with -> with.key(Keys.rsa("CA 11", 512))));
        reach.add(root);
        Chain chain = find(leaf, reach);
        assertThat(chain).isInstanceOf(Chain.Good.class);
        assertThat(chain.path()).hasSize(4);
    }

    @Test
    void noSignatureIsVerifiedTwice() throws IOException {
        List<Cert> crossSigned = crossSigned(12);
        Cert leaf = crossSigned.get(0).sign(REQUEST);
        CountingRsa counting = new CountingRsa();
        Security.insertProviderAt(counting, 1);
        try {
            assertThat(find(leaf, crossSigned)).isInstanceOf(Chain.IssuerMissing.class);
        } finally {
            Security.removeProvider(counting.getName());
        }
        assertThat(counting.verified).hasSizeGreaterThan(crossSigned.size()).doesNotHaveDuplicates();
    }

    @Test
    void aPathIsValidatedWithoutVerifyingItsSignaturesAgain() throws IOException {
        Cert root = Cert.root("Root", with -> with.ca(0));
        Cert issuing = root.intermediate("Issuing");
        Cert leaf = issuing.sign(REQUEST);
        CountingRsa counting = new CountingRsa();
        Security.insertProviderAt(counting, 1);
        try {
            assertThat(find(leaf, List.of(issuing, root))).isInstanceOf(Chain.Invalid.class);
        } finally {
            Security.removeProvider(counting.getName());
        }
        assertThat(counting.verified).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void thousandsOfNameConstraintsInOneCa() throws IOException {
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing", constrained(4_000));
        assertThat(find(issuing.sign(REQUEST), List.of(issuing, root))).isInstanceOf(Chain.Good.class);
    }

    @Test
    void thousandsOfNameConstraintsInEachCa() throws IOException {
        Cert root = Cert.root("Root", constrained(2_000));
        Cert issuing = root.intermediate("Issuing", constrained(2_000));
        assertThat(find(issuing.sign(REQUEST), List.of(issuing, root))).isInstanceOf(Chain.Good.class);
    }

    @Test
    void thousandsOfNamesUnderThousandsOfNameConstraints() throws IOException {
        String[] names = IntStream.range(0, 7_000)
                .mapToObj(i -> "DNS:" + i + ".a.example.com")
                .toArray(String[]::new);
        Cert root = Cert.root("Root");
        Cert issuing = root.intermediate("Issuing", constrained(7_000));
        Cert leaf = issuing.sign(Csr.of("a.example.com", with -> with.san(names)));
        assertThat(find(leaf, List.of(issuing, root))).isInstanceOf(Chain.Good.class);
    }

    @Test
    void policiesMappedToEachOther() throws IOException {
        assertThat(throughMappings(5, 1)).isInstanceOf(Chain.Good.class);
        assertThat(throughMappings(5, 4)).isInstanceOf(Chain.Good.class);
        assertThat(throughMappings(20, 4)).isInstanceOf(Chain.Exhausted.class);
    }

    @Test
    void onePolicyRepeatedManyTimes() throws IOException {
        assertThat(throughPolicies(2)).isInstanceOf(Chain.Good.class);
        assertThat(throughPolicies(10)).isInstanceOf(Chain.Exhausted.class);
    }

    @Test
    void addressConstraintsThatOverlap() throws IOException {
        String[] addresses = IntStream.rangeClosed(1, 30)
                .mapToObj(bits -> "permitted;IP:0.0.0.0/" + bits)
                .toArray(String[]::new);
        assertThat(throughRow(6, with -> with.nameConstraints(addresses))).isInstanceOf(Chain.Good.class);
    }

    @Test
    void unusableKeys() throws IOException {
        Cert issuing = Cert.root("Root").intermediate("Issuing");
        List<Cert> reach = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reach.add(Cert.root("Root").intermediate("Issuing"));
            BigInteger even = BigInteger.ONE.shiftLeft(2_047).add(BigInteger.valueOf(2L * i));
            SubjectPublicKeyInfo key = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                    new RSAPublicKey(even, BigInteger.valueOf(65_537)));
            reach.add(Cert.root("Root", with -> with.publicKey(key)));
        }
        assertThat(find(issuing.sign(REQUEST), reach)).isInstanceOf(Chain.Exhausted.class);
        assertThat(find(issuing.sign(REQUEST), reach.subList(0, 100))).isInstanceOf(Chain.WrongKey.class);
    }

    @Test
    void dozensOfRenewalsAndNoneIsValid() throws IOException {
        Consumer<CertSpec> past = with -> with.valid("2020-01-01", "2021-01-01");
        List<Cert> reach = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            reach.add(Cert.root("Root", past));
            reach.add(Cert.root("Root").intermediate("Issuing", past));
        }
        Cert leaf = reach.get(1).sign(REQUEST);
        assertThat(find(leaf, reach).path()).hasSize(3);
    }

    @Test
    void hundredsOfCasInARow() throws IOException {
        assertThat(throughRow(300, with -> {}).path()).hasSize(301);
    }

    @Test
    void aThousandCasInARow() throws IOException {
        assertThat(throughRow(1_000, with -> {})).isInstanceOf(Chain.Exhausted.class);
    }

    /** The certificates that several CAs with one name made for each other; the first one belongs to the first CA. */
    private static List<Cert> crossSigned(int cas) {
        List<Cert> selves = IntStream.range(0, cas)
                .mapToObj(i -> Cert.root("CA", with -> with.key(Keys.rsa("CA " + i, 512))))
                .toList();
        return selves.stream()
                .flatMap(subject -> selves.stream()
                        .filter(issuer -> !issuer.equals(subject))
                        .map(issuer -> issuer.intermediate("CA", with -> with.key(subject.key()))))
                .toList();
    }

    private static Consumer<CertSpec> constrained(int entries) {
        return with -> with.nameConstraints(Stream.concat(
                        Stream.of("permitted;DNS:a.example.com"),
                        IntStream.range(1, entries).mapToObj(i -> "permitted;DNS:" + i + ".example.com"))
                .toArray(String[]::new));
    }

    /**
     * A path in which each CA maps each of its four policies to this many others. The root is of version 1, so it keeps
     * all policies.
     */
    private Chain throughMappings(int cas, int fanOut) throws IOException {
        return throughPolicies(
                cas, policies(4, 1), with -> with.extension(Extension.policyMappings, false, mappings(fanOut)));
    }

    /** The same policy repeated in each of six CAs. */
    private Chain throughPolicies(int times) throws IOException {
        return throughPolicies(6, policies(1, times), with -> {});
    }

    private Chain throughPolicies(int cas, ASN1Encodable policies, Consumer<CertSpec> more) throws IOException {
        List<Cert> reach = new ArrayList<>(List.of(Cert.root("Root", with -> with.versionOne())));
        for (int i = 0; i < cas; i++) {
            String subject = "CN=CA " + i;
            reach.add(reach.get(i)
                    .intermediate(
                            "CA",
                            with -> more.accept(
                                    with.subject(subject).extension(Extension.certificatePolicies, false, policies))));
        }
        Cert leaf =
                reach.get(cas).sign(REQUEST, with -> with.extension(Extension.certificatePolicies, false, policies));
        return find(leaf, reach);
    }

    private static ASN1Encodable policies(int different, int times) {
        return new DERSequence(IntStream.range(0, different * times)
                .mapToObj(i -> new PolicyInformation(policy(i % different)))
                .toArray(ASN1Encodable[]::new));
    }

    private static ASN1Encodable mappings(int fanOut) {
        return new DERSequence(IntStream.range(0, 4)
                .boxed()
                .flatMap(from -> IntStream.range(0, fanOut)
                        .mapToObj(to -> new DERSequence(new ASN1Encodable[] {policy(from), policy((from + to) % 4)})))
                .toArray(ASN1Encodable[]::new));
    }

    private static ASN1ObjectIdentifier policy(int number) {
        return new ASN1ObjectIdentifier("1.2.3." + number);
    }

    private Chain throughRow(int cas, Consumer<CertSpec> more) throws IOException {
        List<Cert> reach = new ArrayList<>(List.of(Cert.root("CA", more)));
        for (int i = 1; i < cas; i++) {
            String subject = "CN=CA " + i;
            reach.add(reach.get(i - 1).intermediate("CA", with -> more.accept(with.subject(subject))));
        }
        return find(reach.get(cas - 1).sign(REQUEST), reach);
    }

    private Chain find(Cert leaf, List<Cert> reach) throws IOException {
        Tree.in(directory)
                .file("leaf.pem", leaf)
                .file("reach.pem", reach.stream().map(Cert::pem).collect(Collectors.joining()));
        List<Certificate> all = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(Certificate.class)
                .toList();
        assertThat(all).hasSize(1 + reach.size());
        return new PathFinder(new Signatures(), ChangeWindow.at(Times.NOW))
                .find(all.get(0), IssuerCandidates.of(all), any -> true);
    }

    /** Lets the JDK verify RSA signatures and counts them. */
    private static final class CountingRsa extends Provider {
        private static final long serialVersionUID = 1L;

        final transient List<String> verified = new ArrayList<>();

        CountingRsa() {
            super("CountingRsa", "1", "counts what is verified");
            putService(new Service(this, "Signature", "SHA256withRSA", Verifier.class.getName(), List.of(), null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return new Verifier(Signature.getInstance("SHA256withRSA", Security.getProvider("SunRsaSign")));
                }
            });
        }

        private final class Verifier extends SignatureSpi {
            private final Signature jdk;
            private PublicKey key;

            Verifier(Signature jdk) {
                this.jdk = jdk;
            }

            @Override
            protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
                key = publicKey;
                jdk.initVerify(publicKey);
            }

            @Override
            protected void engineUpdate(byte data) throws SignatureException {
                jdk.update(data);
            }

            @Override
            protected void engineUpdate(byte[] data, int offset, int length) throws SignatureException {
                jdk.update(data, offset, length);
            }

            @Override
            protected boolean engineVerify(byte[] signature) throws SignatureException {
                verified.add(Arrays.hashCode(key.getEncoded()) + " "
                        + Base64.getEncoder().encodeToString(signature));
                return jdk.verify(signature);
            }

            @Override
            protected void engineInitSign(PrivateKey privateKey) {
                throw new UnsupportedOperationException();
            }

            @Override
            protected byte[] engineSign() {
                throw new UnsupportedOperationException();
            }

            @Override
            @Deprecated
            protected void engineSetParameter(String name, Object value) {
                throw new UnsupportedOperationException();
            }

            @Override
            @Deprecated
            protected Object engineGetParameter(String name) {
                throw new UnsupportedOperationException();
            }
        }
    }
}
