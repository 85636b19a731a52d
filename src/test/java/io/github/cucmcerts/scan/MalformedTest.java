package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.inventory.Unreadable.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates and CSRs that are complete but malformed inside. */
class MalformedTest {
    private static final Cert ROOT = Cert.root("Test Root");
    private static final Csr CSR = Csr.of("host.example.com", with -> with.subject("O=Cafe+OU=b,CN=host.example.com"));
    private static final Cert LEAF = ROOT.sign(CSR);

    @ParameterizedTest
    @CsvSource({
        "43616661, O=Cafa",
        "436166e9, O=#0c04436166e9",
        "ffffffff, O=#0c04ffffffff",
        "2343612c, 'O=\\#Ca\\,'",
        "00000000, 'O=\0\0\0\0'"
    })
    void aValueWithAnyBytesIsPrinted(String bytes, String printed) {
        for (byte[] der : List.of(LEAF.der(), CSR.der())) {
            NamedKey object = (NamedKey) only(replaced(der, "Cafe", text(bytes)));
            assertThat(object.subject()).hasToString("OU=b+" + printed + ",CN=host.example.com");
            assertThat(object.subject().commonName()).contains("host.example.com");
            assertThat(object.subject().attributes().get("O")).containsExactly(printed.substring("O=".length()));
        }
    }

    /** Tag, length, and four bytes instead of a UTF8String. */
    @ParameterizedTest
    @CsvSource({
        "160443e96166, O=C\u00e9af",
        "1304436166e9, O=Caf\u00e9",
        "1e0400430061, O=Ca",
        "1e0443000061, O=\u4300a",
        "1c0400000043, O=#1c0400000043",
        "1c0443434343, O=#1c0443434343",
        "030400436166, O=\\#030400436166",
        "040443616665, O=#040443616665",
        "410443616665, O=#410443616665",
        "800443616665, O=#800443616665",
        "300402020101, O=#300402020101",
        "310402020101, O=#310402020101"
    })
    void aValueOfAnyTypeIsPrinted(String element, String printed) {
        NamedKey object = (NamedKey) only(replaced(LEAF.der(), "\f\4Cafe", text(element)));
        assertThat(object.subject()).hasToString("OU=b+" + printed + ",CN=host.example.com");
        assertThat(object.subject()).isEqualTo(object.subject());
        assertThat(object.subject().size()).isEqualTo(3);
    }

    /**
     * {@code 1e03}: a BMPString with an odd length, which the library does not read; {@code 3000}: not an attribute.
     */
    @ParameterizedTest
    @CsvSource({
        "1e03436166, 0c03436166, its subject is malformed",
        "300e, 3000, its subject is malformed",
        "310e, 3100, its subject is malformed"
    })
    void anUnreadableNameIsReported(String element, String other, String reason) {
        Csr csr = Csr.of("host.example.com", with -> with.subject("O=Caf"));
        String old = element.startsWith("1e") ? "\f\3Caf" : element.startsWith("30") ? "0\n\6\3U\4\n" : "1\f0\n";
        String now = element.startsWith("1e") ? text(element) : element.startsWith("30") ? "0\n\5\3U\4\n" : "1\f1\n";
        for (byte[] der : List.of(ROOT.sign(csr).der(), csr.der())) {
            assertThat(reason(replaced(der, old, now))).isEqualTo("it cannot be decoded: " + reason);
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void theMalformedPartIsNamed(String reason, byte[] der) {
        assertThat(reason(der)).isEqualTo("it cannot be decoded: " + reason);
        assertThat(((Unreadable) only(der)).problem()).isEqualTo(Problem.MALFORMED_CERTIFICATE);
    }

    @Test
    void alsoInAPkcs7() {
        assertThat(reason(pkcs7(with(3, new DERSequence()))))
                .isEqualTo(
                        "a certificate in the PKCS#7 cannot be decoded: its issuer is empty, but RFC 5280, section 4.1.2.4,"
                                + " requires one");
    }

    @Test
    void inACsrTheRestIsItsAttributesOrExtensions() {
        DERSequence malformed = new DERSequence(new ASN1Integer(1));
        Unreadable csr = (Unreadable) only(withAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, malformed));
        assertThat(csr.problem()).isEqualTo(Problem.MALFORMED_CSR);
        assertThat(csr.reason().toString())
                .isEqualTo("it cannot be decoded: its attributes or its requested extensions are malformed");
        assertThat(only(withAttribute(PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, malformed)))
                .isInstanceOf(NamedKey.class);
    }

    private static byte[] withAttribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        ASN1Sequence request = ASN1Sequence.getInstance(CSR.der());
        ASN1Encodable[] info = ASN1Sequence.getInstance(request.getObjectAt(0)).toArray();
        info[3] = new DERTaggedObject(false, 0, new DERSet(new Attribute(type, new DERSet(value))));
        return Der.of(new DERSequence(
                new ASN1Encodable[] {new DERSequence(info), request.getObjectAt(1), request.getObjectAt(2)}));
    }

    private static Stream<Object[]> malformed() {
        ASN1Sequence leaf = ASN1Sequence.getInstance(LEAF.der());
        List<ASN1Encodable> tbs =
                Arrays.asList(ASN1Sequence.getInstance(leaf.getObjectAt(0)).toArray());
        ASN1Encodable extension = ASN1Sequence.getInstance(
                        ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(tbs.get(7)), true))
                .getObjectAt(0);
        return Stream.of(
                new Object[] {
                    "its issuer is empty, but RFC 5280, section 4.1.2.4, requires one", with(3, new DERSequence())
                },
                new Object[] {"its issuer is malformed", with(3, new DERSequence(new ASN1Integer(1)))},
                new Object[] {"its dates are malformed", with(4, new DERSequence())},
                new Object[] {"its dates are malformed", replaced(LEAF.der(), "280101000000Z", "281301000000Z")},
                new Object[] {"its public key is malformed", with(6, new DERSequence(new DERSequence()))},
                new Object[] {"its version is not 1, 2, or 3", with(0, new DERTaggedObject(true, 0, new ASN1Integer(7)))
                },
                new Object[] {
                    "it has extensions, but not version 3, which RFC 5280, section 4.1.2.1, requires for them",
                    with(0, null)
                },
                new Object[] {
                    "it has extensions, but not version 3, which RFC 5280, section 4.1.2.1, requires for them",
                    with(0, new DERTaggedObject(true, 0, new ASN1Integer(1)))
                },
                new Object[] {
                    "its extensions are malformed",
                    with(7, new DERTaggedObject(true, 3, new DERSequence(new ASN1Integer(1))))
                },
                new Object[] {
                    "it has the same extension twice, which RFC 5280, section 4.2, forbids",
                    with(7, new DERTaggedObject(true, 3, new DERSequence(new ASN1Encodable[] {extension, extension})))
                });
    }

    @Test
    void aCutOffCertificateIsReportedAsCutOff() {
        byte[] der = with(3, new DERSequence());
        assertThat(reason(Arrays.copyOf(der, der.length - 1)))
                .isEqualTo("it cannot be decoded: it is cut off or damaged, or it violates the encoding rules (DER)");
    }

    /** Each byte in turn is changed to another value. */
    @Test
    void noGetterThrows() throws ReflectiveOperationException {
        int read = 0;
        for (byte[] seed :
                List.of(rich().der(), GoodSet.of("host.example.com").csr().der(), CSR.der())) {
            for (int at = 0; at < seed.length; at++) {
                for (int mask : List.of(0x01, 0x02, 0x10, 0x20, 0x40, 0x80, 0xff)) {
                    byte[] mutated = seed.clone();
                    mutated[at] ^= (byte) mask;
                    for (FileObject object : DerDecoder.decode(mutated, Origin.whole("a"), false, new Pool())
                            .objects()) {
                        read += object instanceof NamedKey ? 1 : 0;
                        callGetters(object);
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(3_000);
    }

    private static Cert rich() {
        return ROOT.sign(
                CSR,
                with -> with.san(
                                "DNS:a.example.com",
                                "IP:10.0.0.1",
                                "email:a@example.com",
                                "URI:https://example.com/",
                                "RID:1.2.3.4",
                                "dirName:CN=a,O=b",
                                "otherName:1.2.3;UTF8:a")
                        .extendedKeyUsage("serverAuth")
                        .ca(3));
    }

    /** Calls the getters of the object and of everything that they return. */
    private static void callGetters(Object root) throws ReflectiveOperationException {
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object object = open.pop();
            if (object instanceof Optional<?> optional) {
                optional.ifPresent(open::push);
            } else if (object instanceof Collection<?> several) {
                several.forEach(open::push);
            } else if (object instanceof Map<?, ?> map) {
                open.addAll(map.values());
            } else if (Name.class.getPackage().equals(object.getClass().getPackage()) && !(object instanceof Enum)) {
                for (Method method : object.getClass().getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() == 0) {
                        method.setAccessible(true);
                        open.push(method.invoke(object));
                    }
                }
            }
        }
    }

    /** The leaf with another field in its TBSCertificate; without the field if it is null. */
    private static byte[] with(int field, ASN1Encodable other) {
        ASN1Sequence leaf = ASN1Sequence.getInstance(LEAF.der());
        List<ASN1Encodable> fields = new ArrayList<>(
                List.of(ASN1Sequence.getInstance(leaf.getObjectAt(0)).toArray()));
        if (other == null) {
            fields.remove(field);
        } else {
            fields.set(field, other);
        }
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        fields.forEach(tbs::add);
        return Der.of(
                new DERSequence(new ASN1Encodable[] {new DERSequence(tbs), leaf.getObjectAt(1), leaf.getObjectAt(2)}));
    }

    /** A PKCS#7 with one certificate. */
    private static byte[] pkcs7(byte[] certificate) {
        ASN1Sequence content = ASN1Sequence.getInstance(Bundle.pkcs7(ROOT));
        ASN1Encodable[] fields = ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(content.getObjectAt(1)), true)
                .toArray();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] instanceof ASN1TaggedObject) {
                fields[i] = new DERTaggedObject(false, 0, new DERSet(ASN1Sequence.getInstance(certificate)));
            }
        }
        return Der.of(new DERSequence(
                new ASN1Encodable[] {content.getObjectAt(0), new DERTaggedObject(true, 0, new DERSequence(fields))}));
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static byte[] replaced(byte[] bytes, String old, String other) {
        assertThat(other).hasSameSizeAs(old);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        return text.replace(old, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static FileObject only(byte[] der) {
        List<FileObject> objects =
                DerDecoder.decode(der, Origin.whole("a"), false, new Pool()).objects();
        assertThat(objects).hasSize(1);
        return objects.get(0);
    }

    private static String reason(byte[] der) {
        return ((Unreadable) only(der)).reason().toString();
    }
}
