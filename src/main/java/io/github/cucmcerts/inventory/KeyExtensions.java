package io.github.cucmcerts.inventory;

import io.github.cucmcerts.scan.Pool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.util.encoders.Hex;

/**
 * The X.509 extensions that the rules read, of a certificate or of a CSR's extension request. One that can't be decoded
 * counts as absent here; the path validation says what is wrong with it.
 *
 * @param none whether there is no extension at all
 * @param san the subject alternative names, in their order
 * @param ca basicConstraints cA
 * @param usages keyUsage, spelt as in RFC 5280
 * @param extendedUsages extendedKeyUsage, spelt as in RFC 5280, by object identifier where that has no name for it
 * @param critical the object identifiers of the critical extensions
 */
public record KeyExtensions(
        boolean none,
        List<SanEntry> san,
        boolean ca,
        OptionalInt pathLength,
        Set<String> usages,
        Set<String> extendedUsages,
        Set<String> critical,
        Optional<String> subjectKeyId,
        Optional<String> authorityKeyId,
        ValidationCost demands) {
    private static final List<String> USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");
    private static final Map<KeyPurposeId, String> EXTENDED_USAGES = Map.of(
            KeyPurposeId.anyExtendedKeyUsage, "anyExtendedKeyUsage",
            KeyPurposeId.id_kp_serverAuth, "serverAuth",
            KeyPurposeId.id_kp_clientAuth, "clientAuth",
            KeyPurposeId.id_kp_codeSigning, "codeSigning",
            KeyPurposeId.id_kp_emailProtection, "emailProtection",
            KeyPurposeId.id_kp_ipsecEndSystem, "ipsecEndSystem",
            KeyPurposeId.id_kp_timeStamping, "timeStamping",
            KeyPurposeId.id_kp_OCSPSigning, "OCSPSigning");

    private interface Decoder<T> {
        T decode(ASN1Encodable value) throws IOException;
    }

    static KeyExtensions of(Extensions extensions, Pool pool) throws IOException {
        if (extensions == null) {
            return new KeyExtensions(
                    true,
                    List.of(),
                    false,
                    OptionalInt.empty(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    ValidationCost.NONE);
        }
        Optional<BasicConstraints> constraints =
                decoded(extensions, Extension.basicConstraints, BasicConstraints::getInstance);
        return new KeyExtensions(
                false,
                pool.one(san(extensions)),
                constraints.map(BasicConstraints::isCA).orElse(false),
                constraints
                        .map(BasicConstraints::getPathLenConstraint)
                        .map(length -> OptionalInt.of(length.bitLength() > 30 ? Integer.MAX_VALUE : length.intValue()))
                        .orElse(OptionalInt.empty()),
                pool.one(decoded(extensions, Extension.keyUsage, value -> usages(ASN1BitString.getInstance(value)))
                        .orElse(Set.of())),
                pool.one(decoded(
                                extensions,
                                Extension.extendedKeyUsage,
                                value -> extendedUsages(ExtendedKeyUsage.getInstance(value)))
                        .orElse(Set.of())),
                pool.one(inOrder(
                        Arrays.stream(extensions.getCriticalExtensionOIDs()).map(ASN1ObjectIdentifier::getId))),
                decoded(extensions, Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
                        .map(id -> Hex.toHexString(id.getKeyIdentifier())),
                decoded(extensions, Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                        .map(Hex::toHexString)
                        .map(pool::one),
                pool.one(ValidationCost.of(extensions)));
    }

    public boolean hasExtendedKeyUsage() {
        return !extendedUsages.isEmpty();
    }

    private static Set<String> usages(ASN1BitString bits) {
        byte[] bytes = bits.getBytes();
        return inOrder(IntStream.range(0, Math.min(USAGES.size(), bytes.length * 8))
                .filter(bit -> (bytes[bit / 8] & 0x80 >> bit % 8) != 0)
                .mapToObj(USAGES::get));
    }

    private static Set<String> extendedUsages(ExtendedKeyUsage usage) {
        return inOrder(Arrays.stream(usage.getUsages()).map(id -> EXTENDED_USAGES.getOrDefault(id, id.getId())));
    }

    private static Set<String> inOrder(Stream<String> elements) {
        return elements.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<SanEntry> san(Extensions extensions) throws IOException {
        Extension extension = extensions.getExtension(Extension.subjectAlternativeName);
        if (extension == null) {
            return List.of();
        }
        List<SanEntry> entries = new ArrayList<>();
        try {
            for (ASN1Encodable element : ASN1Sequence.getInstance(extension.getParsedValue())) {
                entries.add(SanEntry.of(element));
            }
        } catch (RuntimeException e) {
            entries.add(SanEntry.undecoded(extension.getExtnValue()));
        }
        return List.copyOf(entries);
    }

    private static <T> Optional<T> decoded(Extensions extensions, ASN1ObjectIdentifier oid, Decoder<T> decoder) {
        Extension extension = extensions.getExtension(oid);
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(decoder.decode(extension.getParsedValue()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
