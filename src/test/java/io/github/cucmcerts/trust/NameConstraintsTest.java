package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 5280, section 4.2.1.10, allows below a CA with name constraints, and what it does not. */
class NameConstraintsTest {
    private static final String SMTP_UTF8 = "otherName:1.3.6.1.5.5.7.8.9;UTF8:";
    /** An iPAddress of three octets and one of eight octets. */
    private static final List<String> NO_ADDRESSES = List.of("DER:87030a0102", "DER:87080a010203ffffff00");

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void accepts(String constraint, String name) throws IOException {
        assertThat(find(below(constraint), name)).isInstanceOf(Chain.Good.class);
    }

    static Stream<Arguments> accepts() {
        return Stream.of(
                arguments("permitted;DNS:example.com", "DNS:example.com"),
                arguments("permitted;DNS:example.com", "DNS:Pub.Example.COM"),
                arguments("permitted;DNS:example.com", "DNS:*.example.com"),
                arguments("permitted;DNS:.example.com", "DNS:pub.example.com"),
                arguments("permitted;DNS:", "DNS:pub.example.com"),
                arguments("permitted;DNS:example.com", "IP:10.1.2.3"),
                arguments("excluded;DNS:example.com", "DNS:notexample.com"),
                arguments("excluded;DNS:.example.com", "DNS:example.com"),
                arguments("excluded;DNS:", "IP:10.1.2.3"),
                arguments("permitted;IP:10.0.0.0/8", "IP:10.255.0.1"),
                arguments("permitted;IP:10.1.2.3/32", "IP:10.1.2.3"),
                arguments("permitted;IP:0.0.0.0/0", "IP:192.168.0.1"),
                arguments("permitted;IP:2001:db8::/32", "IP:2001:db8:1::1"),
                arguments("excluded;IP:10.0.0.0/8", "IP:11.0.0.1"),
                arguments("excluded;IP:0.0.0.0/0", "IP:2001:db8::1"),
                arguments("permitted;URI:pub.example.com", "URI:https://ccm@PUB.example.com:8443/ccmadmin?a=b#c"),
                arguments("permitted;URI:.example.com", "URI:https://pub.example.com"),
                arguments("excluded;URI:example.com", "URI:https://pub.example.com/"),
                arguments("permitted;DNS:example.com", "URI:urn:no:authority"),
                arguments("permitted;email:example.com", "email:Root@EXAMPLE.com"),
                arguments("permitted;email:.example.com", "email:root@pub.example.com"),
                arguments("permitted;email:Root@example.com", "email:Root@Example.com"),
                arguments("excluded;email:Root@example.com", "email:root@example.com"),
                arguments("permitted;email:example.com", SMTP_UTF8 + "грета@example.com"),
                arguments("excluded;email:example.com", SMTP_UTF8 + "грета@example.org"),
                arguments("permitted;dirName:O=Example", "dirName:O=EXAMPLE,CN=a"),
                arguments("permitted;dirName:O=Müller", "dirName:O=MÜLLER,CN=a"),
                arguments("permitted;dirName:CN=x+O=y", "dirName:O=Y+CN=X,CN=a"),
                arguments("excluded;dirName:O=Example,CN=b", "dirName:O=Example,CN=a"),
                arguments("permitted;RID:1.2.3", "DNS:pub.example.com"),
                arguments("permitted;otherName:1.2.3;UTF8:a", "otherName:1.2.4;UTF8:b"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource
    void rejects(Fault fault, String constraint, String name) throws IOException {
        assertThat(find(below(constraint), name))
                .isInstanceOfSatisfying(
                        Chain.Invalid.class,
                        invalid -> assertThat(invalid.rejection().fault()).isEqualTo(fault));
    }

    static Stream<Arguments> rejects() {
        return Stream.of(
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;DNS:example.com", "DNS:notexample.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;DNS:.example.com", "DNS:example.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;DNS:pub.example.com", "DNS:*.example.com"),
                arguments(Fault.NAME_MALFORMED, "permitted;DNS:example.com", "DNS:pub..example.com"),
                arguments(Fault.NAME_MALFORMED, "excluded;DNS:example.com", "DNS:pub.example.com."),
                arguments(Fault.NAME_EXCLUDED, "excluded;DNS:Example.com", "DNS:pub.example.com"),
                arguments(Fault.NAME_EXCLUDED, "excluded;DNS:", "DNS:pub.example.com"),
                arguments(Fault.CONSTRAINT_INCOMPARABLE, "permitted;DNS:*.example.com", "DNS:pub.example.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;IP:10.0.0.0/8", "IP:11.0.0.1"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;IP:10.0.0.0/8", "IP:::ffff:10.1.2.3"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;IP:2001:db8::/32", "IP:10.1.2.3"),
                arguments(Fault.NAME_EXCLUDED, "excluded;IP:10.1.0.0/16", "IP:10.1.2.3"),
                arguments(Fault.NAME_MALFORMED, "permitted;IP:10.0.0.0/8", NO_ADDRESSES.get(0)),
                arguments(Fault.NAME_MALFORMED, "permitted;IP:10.0.0.0/8", NO_ADDRESSES.get(1)),
                arguments(Fault.NAME_MALFORMED, "excluded;IP:11.0.0.0/8", NO_ADDRESSES.get(0)),
                arguments(Fault.CONSTRAINT_INCOMPARABLE, "permitted;DER:87080a000000ff00ff00", "IP:10.1.2.3"),
                arguments(Fault.CONSTRAINT_INCOMPARABLE, "excluded;DER:87040a000000", "IP:10.1.2.3"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;URI:example.com", "URI:https://pub.example.com/"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;URI:.example.com", "URI:https://example.com/"),
                arguments(
                        Fault.NAME_NOT_PERMITTED,
                        "permitted;URI:pub.example.com",
                        "URI:https://pub.example.com@example.org/"),
                arguments(Fault.NAME_MALFORMED, "permitted;URI:example.com", "URI:urn:example.com"),
                arguments(Fault.NAME_MALFORMED, "excluded;URI:example.org", "URI:urn:example.com"),
                arguments(Fault.NAME_MALFORMED, "permitted;URI:example.com", "URI:https://10.1.2.3/"),
                arguments(Fault.NAME_MALFORMED, "excluded;URI:example.com", "URI:https://10.1.2.3/"),
                arguments(Fault.NAME_MALFORMED, "excluded;URI:example.com", "URI:https://[2001:db8::1]/"),
                arguments(Fault.NAME_MALFORMED, "excluded;URI:example.com", "URI:https://pub/"),
                arguments(Fault.NAME_MALFORMED, "permitted;URI:example.com", "URI:/ccmadmin"),
                arguments(Fault.NAME_MALFORMED, "excluded;URI:example.com", "URI:example.com/ccmadmin"),
                arguments(Fault.NAME_EXCLUDED, "excluded;URI:.example.com", "URI:https://pub.example.com/"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;email:example.com", "email:root@pub.example.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;email:.example.com", "email:root@example.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;email:Root@example.com", "email:root@example.com"),
                arguments(Fault.NAME_EXCLUDED, "excluded;email:root@example.com", "email:root@EXAMPLE.com"),
                arguments(Fault.NAME_MALFORMED, "excluded;email:example.com", "email:root"),
                arguments(Fault.NAME_MALFORMED, "excluded;email:example.com", "email:a@example.org@example.com"),
                arguments(Fault.CONSTRAINT_INCOMPARABLE, "excluded;email:", "email:root@example.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;email:example.com", SMTP_UTF8 + "грета@pub.example.com"),
                arguments(Fault.NAME_EXCLUDED, "excluded;email:example.com", SMTP_UTF8 + "грета@example.com"),
                arguments(Fault.NAME_MALFORMED, "excluded;email:example.com", SMTP_UTF8 + "грета@пример.рф"),
                arguments(
                        Fault.CONSTRAINT_INCOMPARABLE,
                        "permitted;" + SMTP_UTF8 + "грета@example.com",
                        SMTP_UTF8 + "грета@example.com"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;dirName:O=Example", "dirName:CN=a,O=Example"),
                arguments(Fault.NAME_NOT_PERMITTED, "permitted;dirName:CN=x+O=y", "dirName:O=y\\+2.5.4.3\\=x"),
                arguments(Fault.NAME_EXCLUDED, "excluded;dirName:O=Other", "dirName:O=other,CN=a"),
                arguments(Fault.CONSTRAINT_INCOMPARABLE, "permitted;RID:1.2.3", "RID:1.2.3"),
                arguments(Fault.CONSTRAINT_INCOMPARABLE, "permitted;otherName:1.2.3;UTF8:a", "otherName:1.2.3;UTF8:a"));
    }

    @Test
    void aMinimumOrAMaximumIsNotProcessed() throws IOException {
        BigInteger one = BigInteger.ONE;
        for (GeneralSubtree subtree : List.of(
                new GeneralSubtree(dns("example.com"), one, null), new GeneralSubtree(dns("example.com"), null, one))) {
            assertThat(find(below(subtree), "DNS:pub.example.com"))
                    .isInstanceOfSatisfying(Chain.Invalid.class, invalid -> {
                        assertThat(invalid.rejection().fault()).isEqualTo(Fault.CONSTRAINT_INCOMPARABLE);
                        assertThat(invalid.rejection().culprit())
                                .isEqualTo(invalid.path().get(1));
                        assertThat(invalid.rejection().details())
                                .containsEntry(
                                        "constraint",
                                        List.of(Message.of(
                                                "reason.constraint-bounded",
                                                "{constraint} with a minimum or a maximum",
                                                "constraint",
                                                "DNS:example.com")));
                    });
            assertThat(find(below(subtree), "IP:10.1.2.3")).isInstanceOf(Chain.Good.class);
        }
    }

    @Test
    void anExplicitMinimumOfZeroIsAllowed() throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(dns("example.com"));
        fields.add(new DERTaggedObject(false, 0, new ASN1Integer(0)));
        Cert root = Cert.root("Root", permitting(new DERSequence(fields)));
        assertThat(find(root, "DNS:pub.example.com")).isInstanceOf(Chain.Good.class);
        assertThat(find(root, "DNS:pub.example.org")).isInstanceOf(Chain.Invalid.class);
    }

    @Test
    void malformedConstraintsAreTheCasFault() throws IOException {
        Cert root = Cert.root("Root", with -> with.extension(Extension.nameConstraints, true, new byte[] {4, 1, 0}));
        assertThat(find(root, "DNS:a")).isInstanceOfSatisfying(Chain.Invalid.class, invalid -> {
            assertThat(invalid.rejection().fault()).isEqualTo(Fault.CONSTRAINTS_MALFORMED);
            assertThat(invalid.rejection().culprit().encoded()).isEqualTo(root.der());
        });
    }

    @Test
    void addressesInTheSubjectCountWithoutAnAlternativeName() throws IOException {
        Cert root = Cert.root("Root", with -> with.nameConstraints("permitted;email:Root@example.com"));
        for (String allowed : List.of("E=Root@example.com,CN=a", "E=Root@EXAMPLE.com,CN=a", "CN=a")) {
            assertThat(find(root.sign(unnamed(allowed)), root)).isInstanceOf(Chain.Good.class);
        }
        assertThat(find(root.sign(unnamed("E=root@example.com,CN=a")), root))
                .isInstanceOfSatisfying(
                        Chain.Invalid.class,
                        invalid -> assertThat(invalid.rejection().details())
                                .containsEntry("name", List.of(Message.value("email:root@example.com"))));
        Csr named = Csr.of("a", with -> with.subject("E=root@example.com,CN=a").san("DNS:a"));
        assertThat(find(root.sign(named), root)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void theRejectionNamesTheNameAndTheConstraint() throws IOException {
        Cert root = Cert.root(
                "Root", with -> with.nameConstraints("permitted;DNS:example.com", "permitted;IP:2001:db8::/32"));
        assertThat(find(root, "DNS:pub.example.com", "IP:10.1.2.3"))
                .isInstanceOfSatisfying(Chain.Invalid.class, invalid -> {
                    assertThat(invalid.rejection().culprit())
                            .isEqualTo(invalid.path().get(0));
                    assertThat(invalid.rejection().details())
                            .containsEntry("name", List.of(Message.value("IP:10.1.2.3")))
                            .containsEntry("authority", List.of(Message.value("O=Example,CN=Root")))
                            .containsEntry("permitted", List.of(Message.value("IP:2001:db8:0:0:0:0:0:0/32")));
                });
    }

    @Test
    void theConstraintsOfEachCaCount() throws IOException {
        Cert root = Cert.root("Root", with -> with.nameConstraints("permitted;DNS:example.com"));
        Cert wider = root.intermediate("Issuing", with -> with.nameConstraints("permitted;DNS:example.org"));
        assertThat(find(wider.sign(request("DNS:a.example.org")), wider, root)).isInstanceOf(Chain.Invalid.class);
        assertThat(find(wider.sign(request("DNS:a.example.com")), wider, root)).isInstanceOf(Chain.Invalid.class);
        Cert narrower = root.intermediate("Issuing", with -> with.nameConstraints("permitted;DNS:a.example.com"));
        assertThat(find(narrower.sign(request("DNS:a.example.com")), narrower, root))
                .isInstanceOf(Chain.Good.class);
    }

    @Test
    void aSelfIssuedCaCertificateIsExempt() throws IOException {
        Consumer<CertSpec> outside = with -> with.subject("O=Other,CN=Issuing");
        Cert root = Cert.root("Root", with -> with.nameConstraints("permitted;dirName:O=Example"));
        Cert issuing = root.intermediate("Issuing", outside);
        Csr request = unnamed("O=Example,CN=a");
        assertThat(find(issuing.sign(request), issuing, root)).isInstanceOf(Chain.Invalid.class);

        Cert constrained =
                Cert.root("Issuing", outside.andThen(with -> with.nameConstraints("permitted;dirName:O=Example")));
        Cert newKey = constrained.intermediate("Issuing", outside.andThen(with -> with.key(Keys.rsa("new"))));
        assertThat(find(newKey.sign(request), newKey, constrained)).isInstanceOf(Chain.Good.class);
    }

    @Test
    void aThousandNamesOfEachKindUnderAsManyConstraints() throws IOException {
        List<String> names = new ArrayList<>();
        List<String> constraints = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String host = i + ".example.com";
            String address = "10.0." + i / 256 + "." + i % 256;
            names.addAll(List.of(
                    "DNS:" + host, "IP:" + address, "URI:https://" + host + "/", "email:a@" + host, "dirName:CN=" + i));
            constraints.addAll(List.of(
                    "permitted;DNS:" + host,
                    "permitted;IP:" + address + "/32",
                    "permitted;URI:" + host,
                    "permitted;email:" + host,
                    "permitted;dirName:CN=" + i));
            constraints.addAll(List.of(
                    "excluded;DNS:" + i + ".example.org",
                    "excluded;IP:11.0." + i / 256 + "." + i % 256 + "/32",
                    "excluded;URI:" + i + ".example.org",
                    "excluded;email:" + i + ".example.org",
                    "excluded;dirName:CN=x" + i));
        }
        Cert root = Cert.root("Root", with -> with.nameConstraints(constraints.toArray(String[]::new)));
        Csr request = Csr.of("1", with -> with.subject("CN=1").san(names.toArray(String[]::new)));
        assertThat(find(root.sign(request), root)).isInstanceOf(Chain.Good.class);
    }

    private static Consumer<CertSpec> permitting(DERSequence subtree) {
        return with -> with.extension(
                Extension.nameConstraints,
                true,
                new DERSequence(new DERTaggedObject(false, 0, new DERSequence(subtree))));
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private static Cert below(GeneralSubtree subtree) {
        return Cert.root("Root", permitting((DERSequence) subtree.toASN1Primitive()));
    }

    private static Cert below(String constraint) {
        return Cert.root("Root", with -> with.nameConstraints(constraint));
    }

    private static Csr request(String... names) {
        return Csr.of("a", with -> with.subject("").san(names));
    }

    private static Csr unnamed(String subject) {
        return Csr.of("a", with -> with.subject(subject).without(Extension.subjectAlternativeName));
    }

    private Chain find(Cert root, String... names) throws IOException {
        return find(root.sign(request(names)), root);
    }

    private Chain find(Cert leaf, Cert... reach) throws IOException {
        Tree tree = Tree.in(directory).file("leaf.der", leaf.der());
        for (int i = 0; i < reach.length; i++) {
            tree = tree.file("reach-" + i + ".der", reach[i].der());
        }
        List<Certificate> all = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(Certificate.class)
                .toList();
        return new PathFinder(new Signatures(), ChangeWindow.at(Times.NOW))
                .find(all.get(0), IssuerCandidates.of(all), any -> true);
    }
}
