package io.github.cucmcerts.inventory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.util.encoders.Hex;

/**
 * The X.509 extensions that the rules read, of a certificate or of a CSR's extension request. One that can't be decoded
 * counts as absent here; the path validation says what is wrong with it.
 *
 * @param none whether there is no extension at all
 * @param san the subject alternative names, in their order
 * @param ca basicConstraints cA
 */
public record KeyExtensions(
        boolean none,
        List<SanEntry> san,
        boolean ca,
        OptionalInt pathLength,
        boolean hasExtendedKeyUsage,
        Optional<String> subjectKeyId,
        Optional<String> authorityKeyId) {

    private interface Decoder<T> {
        T decode(ASN1Encodable value) throws IOException;
    }

    static KeyExtensions of(Extensions extensions) throws IOException {
        if (extensions == null) {
            return new KeyExtensions(
                    true, List.of(), false, OptionalInt.empty(), false, Optional.empty(), Optional.empty());
        }
        Optional<BasicConstraints> constraints =
                decoded(extensions, Extension.basicConstraints, BasicConstraints::getInstance);
        return new KeyExtensions(
                false,
                san(extensions),
                constraints.map(BasicConstraints::isCA).orElse(false),
                constraints
                        .map(BasicConstraints::getPathLenConstraint)
                        .map(length -> OptionalInt.of(length.bitLength() > 30 ? Integer.MAX_VALUE : length.intValue()))
                        .orElse(OptionalInt.empty()),
                decoded(extensions, Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance)
                        .isPresent(),
                decoded(extensions, Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
                        .map(id -> Hex.toHexString(id.getKeyIdentifier())),
                decoded(extensions, Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                        .map(Hex::toHexString));
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
        } catch (IllegalArgumentException | IllegalStateException e) {
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
