package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HostileCertificatesTest {
    private static final Random RANDOM = new Random(1);
    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("keys")
    void anUnusableKey(String name, SubjectPublicKeyInfo key, Set<String> others) throws IOException {
        Csr csr = Csr.of(PUB, with -> with.publicKey(key));
        Set<String> expected = new TreeSet<>(others);
        expected.add("csr-signature-invalid");
        assertThat(rules(tree -> tree.set(TOMCAT, GoodSet.of(PUB).csr(csr)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aCaWithAnUnusableKey(String name, SubjectPublicKeyInfo key, Set<String> ofLeaf) throws IOException {
        Cert root = Cert.root("Example Root CA", with -> with.publicKey(key));
        List<Finding> found = found("", "")
                .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/root.pem", root))
                .findings(directory);
        assertThat(found)
                .as("a CA whose key cannot verify anything can be a root")
                .extracting(finding -> finding.rule().id())
                .containsExactlyElementsOf(
                        found.get(0).evidence().containsKey("unusable")
                                ? List.of("issuer-signature-invalid")
                                : List.of("issuer-signature-invalid", "role-misnamed"));
    }

    @Test
    void aKeyThatCannotVerifyAnythingIsTheCause() throws IOException {
        SubjectPublicKeyInfo key = rsa(number(65_536), F4);
        Cert root = Cert.root("Example Root CA", with -> with.publicKey(key));
        assertThat(found("", "")
                        .in(tree -> tree.set(TOMCAT).file(TOMCAT + "/root.pem", root))
                        .findings(directory))
                .filteredOn(finding -> finding.rule().id().equals("issuer-signature-invalid"))
                .extracting(Finding::message)
                .allMatch(
                        message -> message.contains("The key of " + TOMCAT + "/root.pem cannot verify any signature: "))
                .hasSize(1);
    }

    /** Without a limit, each verification with one of them needs seconds. */
    @ParameterizedTest
    @CsvSource({"20, issuer-signature-invalid", "200, path-search-exhausted"})
    void manyLargeKeysOfOneName(int keys, String found) throws IOException {
        Tree tree = Tree.in(directory.resolve("certs")).set(TOMCAT).without(TOMCAT + "/root.pem");
        for (int i = 0; i < keys; i++) {
            SubjectPublicKeyInfo key = i % 2 == 0 ? rsa(number(16_384), number(16_383)) : rsa(number(16_384), F4);
            tree.file("ca/" + i + ".pem", Cert.root("Example Root CA", with -> with.publicKey(key)));
        }
        assertThat(rules(same -> {})).contains(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {TOMCAT, TOMCAT + "-ECDSA"})
    void aPostQuantumKey(String folder) throws IOException {
        Csr csr = Csr.of(PUB, with -> with.key(Keys.mlDsa("good")));
        assertThat(rules(tree -> tree.set(folder, GoodSet.of(PUB).csr(csr)))).containsExactly("key-type-mismatch");
    }

    @Test
    void tenThousandNames() throws IOException {
        String[] names = IntStream.range(0, 10_000)
                .mapToObj(i -> "DNS:host-" + i + ".example.com")
                .toArray(String[]::new);
        names[0] = "DNS:" + PUB;
        GoodSet good = GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san(names)));
        assertThat(rules(tree -> tree.set(TOMCAT, good))).isEmpty();
        names[9_999] = "DNS:other.example.com";
        assertThat(rules(tree -> tree.set(TOMCAT, good.leaf(with -> with.san(names)))))
                .containsExactlyInAnyOrder("san-added", "san-missing");
    }

    /** If each attribute is looked for in all of them, this needs a quarter of an hour. */
    @Test
    void thirtyThousandAttributes() throws IOException {
        GoodSet good = GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.subject(attributes("a"))));
        assertThat(rules(tree -> tree.set(TOMCAT, good.leaf(with -> with.subject(attributes("b"))))))
                .containsExactly("csr-subject-mismatch");
        assertThat(rules(tree -> tree.set(TOMCAT, good))).isEmpty();
    }

    private static X500Name attributes(String value) {
        X500NameBuilder name = new X500NameBuilder();
        for (int i = 0; i < 30_000; i++) {
            name.addRDN(new ASN1ObjectIdentifier("1.2.3." + i), value);
        }
        return name.addRDN(BCStyle.CN, PUB).build();
    }

    /** If a pattern tries each @ as the separator of the address, this needs a quarter of an hour. */
    @Test
    void anAddressOfAMillionAts() throws IOException {
        String address = "email:a" + "@".repeat(1_000_000);
        Csr csr = Csr.of(PUB, with -> with.san("DNS:" + PUB, address + " "));
        assertThat(rules(tree -> tree.set(TOMCAT, GoodSet.of(PUB).csr(csr)))).containsExactly("san-malformed");
        Csr good = Csr.of(PUB, with -> with.san("DNS:" + PUB, address));
        assertThat(rules(tree -> tree.set(TOMCAT, GoodSet.of(PUB).csr(good)))).isEmpty();
    }

    @Test
    void aNameOf100000Labels() throws IOException {
        String name = "a.".repeat(100_000) + "example.com";
        Csr csr = Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + name, "DNS:" + name + " "));
        assertThat(rules(tree -> tree.set(TOMCAT, GoodSet.of(PUB).csr(csr)))).containsExactly("san-malformed");
    }

    @Test
    void aValueThatIsNotText() throws IOException {
        X500Name latin1 =
                X500Name.getInstance(replaced(new X500Name("O=Cafe,CN=" + PUB).getEncoded(), "Cafe", "Caf\u00e9"));
        X500Name other =
                X500Name.getInstance(replaced(new X500Name("O=Cafe,CN=" + PUB).getEncoded(), "Cafe", "Caf\u00e8"));
        Csr csr = Csr.of(PUB, with -> with.subject(latin1));
        GoodSet good = GoodSet.of(PUB).csr(csr);
        assertThat(rules(tree -> tree.set(TOMCAT, good))).isEmpty();
        assertThat(found("", "")
                        .in(tree -> tree.set(TOMCAT, good.leaf(with -> with.subject(other))))
                        .findings(directory))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("The subject of the certificate differs from the subject of CSR " + TOMCAT
                        + "/tomcat.csr (O: #0c04436166e9 in the CSR, #0c04436166e8 in the certificate).");
    }

    @Test
    void anEmptySubject() throws IOException {
        GoodSet good = GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.subject("")));
        assertThat(rules(tree -> tree.set(TOMCAT, good))).isEmpty();
        assertThat(rules(tree ->
                        tree.file(TOMCAT + "/tomcat.pem", good.intermediate().sign(Csr.of(PUB)))))
                .containsExactly("csr-subject-mismatch");
    }

    @Test
    void theYear9999() throws IOException {
        Instant end = Instant.parse("9999-12-31T23:59:59Z");
        assertThat(rules(tree -> tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.notAfter(end)))))
                .containsExactlyInAnyOrder("outlives-issuer", "validity-too-long");
        GoodSet forever = GoodSet.of(PUB).root(with -> with.notAfter(end));
        assertThat(rules(tree -> tree.set(TOMCAT, forever))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "269999999999Z",
                "xxxxxxxxxxxxZ",
                "2601010000+0Z",
                "260101+1+1+1Z",
                "260101\0\0\0\0\0\0Z",
                "------------Z"
            })
    void anInvalidDate(String date) throws IOException {
        byte[] leaf = replaced(GoodSet.of(PUB).leaf().der(), "280101000000Z", date);
        assertThat(rules(tree -> tree.set(TOMCAT).file(TOMCAT + "/tomcat.pem", leaf)))
                .containsExactly("file-unreadable");
    }

    @Test
    void anExtensionTwice() throws IOException {
        // the OID of the subject key identifier becomes the OID of the key usage, which already exists
        byte[] leaf = replaced(GoodSet.of(PUB).leaf().der(), "\6\3U\35\16", "\6\3U\35\17");
        assertThat(rules(tree -> tree.set(TOMCAT).file(TOMCAT + "/tomcat.pem", leaf)))
                .containsExactly("file-unreadable");
    }

    private static Stream<Arguments> keys() {
        BigInteger large = number(65_536);
        BigInteger usual = ((RSAKey) Keys.rsa("odd").getPublic()).getModulus();
        var curve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        byte[] point = curve.getG().getEncoded(false);
        byte[] off = point.clone();
        off[40] ^= 1;
        BigInteger p = number(10_240);
        return Stream.of(
                Arguments.of("RSA 64 Kbit", rsa(large, F4), Set.of("key-too-large", "path-invalid")),
                Arguments.of(
                        "RSA 64 Kbit, exponent too",
                        rsa(large, large.subtract(BigInteger.TWO)),
                        Set.of("key-too-large", "path-invalid")),
                Arguments.of(
                        "RSA 16 Kbit, exponent too",
                        rsa(number(16_384), number(16_383)),
                        Set.of("key-too-large", "path-invalid")),
                Arguments.of("RSA 16 Kbit", rsa(number(16_384), F4), Set.of("key-too-large")),
                Arguments.of("RSA 32 Mbit", rsa(number(1 << 25), F4), Set.of("key-too-large", "path-invalid")),
                Arguments.of("RSA, exponent 0", rsa(usual, BigInteger.ZERO), Set.of("path-invalid")),
                Arguments.of("RSA, exponent 1", rsa(usual, BigInteger.ONE), Set.of("path-invalid")),
                Arguments.of("RSA, exponent -1", rsa(usual, BigInteger.ONE.negate()), Set.of()),
                Arguments.of(
                        "RSA, exponent larger than modulus",
                        rsa(usual, usual.shiftLeft(7).add(BigInteger.ONE)),
                        Set.of("path-invalid")),
                Arguments.of("RSA, even modulus", rsa(usual.add(BigInteger.ONE), F4), Set.of("path-invalid")),
                Arguments.of("RSA, modulus 1", rsa(BigInteger.ONE, F4), Set.of("key-size", "path-invalid")),
                Arguments.of("RSA, modulus 0", rsa(BigInteger.ZERO, F4), Set.of("key-size", "path-invalid")),
                Arguments.of("RSA, negative modulus", rsa(usual.negate(), F4), Set.of()),
                Arguments.of(
                        "RSA without a valid encoding",
                        info(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, new byte[5]),
                        Set.of("path-invalid")),
                Arguments.of(
                        "EC, explicit curve",
                        info(X9ObjectIdentifiers.id_ecPublicKey, curve, point),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "EC, unknown curve",
                        info(X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier("1.3.9999.1"), point),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "EC, no curve",
                        info(X9ObjectIdentifiers.id_ecPublicKey, null, point),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "EC, point off the curve",
                        info(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1, off),
                        Set.of("key-type-mismatch")),
                Arguments.of(
                        "EC, point at infinity",
                        info(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1, new byte[1]),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "EC, no point",
                        info(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1, new byte[0]),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "EC, compressed nonsense",
                        info(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1, new byte[] {2, 5, 5}),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "DSA of 10 Kbit",
                        info(X9ObjectIdentifiers.id_dsa, new DSAParameter(p, p, p), new byte[] {2, 1, 2}),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of(
                        "an unknown algorithm",
                        info(new ASN1ObjectIdentifier("1.3.9999.2"), null, new byte[50]),
                        Set.of("key-type-mismatch")),
                Arguments.of(
                        "Ed25519 of 3 bytes",
                        info(new ASN1ObjectIdentifier("1.3.101.112"), null, new byte[3]),
                        Set.of("key-type-mismatch", "path-invalid")),
                Arguments.of("ML-DSA-65", Keys.info(Keys.mlDsa("odd")), Set.of("key-type-mismatch")),
                Arguments.of(
                        "ML-KEM-768",
                        info(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.4.2"), null, new byte[1184]),
                        Set.of("key-type-mismatch")),
                Arguments.of("Ed25519", Keys.info(Keys.ed25519("odd")), Set.of("key-type-mismatch")),
                Arguments.of("DSA", Keys.info(Keys.other("DSA")), Set.of("key-type-mismatch")));
    }

    private static BigInteger number(int bits) {
        return new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
    }

    private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new RSAPublicKey(modulus, exponent));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo info(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, byte[] key) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(algorithm, parameters), key);
    }

    /** The bytes with each occurrence of a text replaced by another text of the same length. */
    private static byte[] replaced(byte[] bytes, String old, String other) {
        assertThat(other).hasSameSizeAs(old);
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(old, other)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Set<String> rules(Consumer<Tree> layout) throws IOException {
        return found("", "").in(layout).findings(directory).stream()
                .map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
