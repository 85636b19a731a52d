package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.KeyExtensions;
import io.github.cucmcerts.inventory.SanEntry;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.util.encoders.Hex;

/** Decodes the extensions that the rules read. */
final class ExtensionsDecoder {
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

    private static final Set<ASN1ObjectIdentifier> DEMANDING = Set.of(
            Extension.nameConstraints,
            Extension.certificatePolicies,
            Extension.policyMappings,
            Extension.policyConstraints,
            Extension.inhibitAnyPolicy);

    private static final KeyExtensions NONE = new KeyExtensions(
            true,
            List.of(),
            false,
            OptionalInt.empty(),
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            true,
            Optional.empty(),
            Optional.empty(),
            ValidationCostDecoder.NONE);

    private ExtensionsDecoder() {}

    /**
     * @param extensions null if there are none
     */
    static KeyExtensions decode(Extensions extensions, Pool pool) {
        if (extensions == null) {
            return NONE;
        }
        Optional<BasicConstraints> constraints =
                once(extensions, Extension.basicConstraints, BasicConstraints::getInstance, pool);
        Optional<Set<String>> usages = once(extensions, Extension.keyUsage, ExtensionsDecoder::usages, pool);
        Optional<Set<String>> extendedUsages =
                once(extensions, Extension.extendedKeyUsage, ExtensionsDecoder::extendedUsages, pool);
        Optional<String> authorityKeyId =
                once(extensions, Extension.authorityKeyIdentifier, ExtensionsDecoder::authorityKeyId, pool);
        Extension keyId = extensions.getExtension(Extension.subjectKeyIdentifier);
        Optional<String> subjectKeyId =
                keyId == null ? Optional.empty() : decoded(keyId, ExtensionsDecoder::subjectKeyId);
        List<SanEntry> san = san(extensions, pool);
        return new KeyExtensions(
                false,
                san,
                constraints.isPresent() && constraints.get().isCA(),
                constraints.isPresent() ? pathLength(constraints.get()) : OptionalInt.empty(),
                extensions.getExtension(Extension.nameConstraints) != null,
                usages.orElse(Set.of()),
                extendedUsages.orElse(Set.of()),
                pool.one(critical(extensions)),
                isDemanding(extensions),
                isDecoded(san)
                        && isPlain(
                                extensions,
                                constraints.isPresent() && hasNormalPathLength(constraints.get()),
                                usages.isPresent() && !usages.get().isEmpty()),
                subjectKeyId,
                authorityKeyId,
                ValidationCostDecoder.decode(extensions));
    }

    /** Empty if there is no such extension, or if it cannot be decoded; decoded once for all objects with the same bytes. */
    private static <T> Optional<T> once(
            Extensions extensions, ASN1ObjectIdentifier id, Function<ASN1Encodable, T> decoder, Pool pool) {
        Extension extension = extensions.getExtension(id);
        return extension == null ? Optional.empty() : pool.extension(extension, its -> decoded(its, decoder));
    }

    private static <T> Optional<T> decoded(Extension extension, Function<ASN1Encodable, T> decoder) {
        try {
            return Optional.ofNullable(decoder.apply(extension.getParsedValue()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<SanEntry> san(Extensions extensions, Pool pool) {
        Extension extension = extensions.getExtension(Extension.subjectAlternativeName);
        return extension == null ? List.of() : pool.extension(extension, SanDecoder::decode);
    }

    private static OptionalInt pathLength(BasicConstraints constraints) {
        ASN1Integer length = constraints.getPathLenConstraintInteger();
        if (length == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(length.getValue().bitLength() > 30 ? Integer.MAX_VALUE : length.intValueExact());
    }

    private static Set<String> usages(ASN1Encodable value) {
        byte[] bytes = ASN1BitString.getInstance(value).getBytes();
        Set<String> usages = new LinkedHashSet<>();
        for (int bit = 0; bit < Math.min(USAGES.size(), bytes.length * 8); bit++) {
            if ((bytes[bit / 8] & 0x80 >> bit % 8) != 0) {
                usages.add(USAGES.get(bit));
            }
        }
        return Collections.unmodifiableSet(usages);
    }

    private static Set<String> extendedUsages(ASN1Encodable value) {
        Set<String> usages = new LinkedHashSet<>();
        for (KeyPurposeId id : ExtendedKeyUsage.getInstance(value).getUsages()) {
            usages.add(EXTENDED_USAGES.getOrDefault(id, id.getId()));
        }
        return Collections.unmodifiableSet(usages);
    }

    private static Set<String> critical(Extensions extensions) {
        Set<String> critical = new LinkedHashSet<>();
        for (ASN1ObjectIdentifier id : extensions.getCriticalExtensionOIDs()) {
            critical.add(id.getId());
        }
        return Collections.unmodifiableSet(critical);
    }

    private static boolean isDemanding(Extensions extensions) {
        for (ASN1ObjectIdentifier id : DEMANDING) {
            if (extensions.getExtension(id) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDecoded(List<SanEntry> san) {
        for (SanEntry entry : san) {
            if (entry.kind() == SanEntry.Kind.UNDECODED) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNormalPathLength(BasicConstraints constraints) {
        ASN1Integer length = constraints.getPathLenConstraintInteger();
        return length == null || length.getValue().signum() >= 0;
    }

    private static boolean isPlain(Extensions extensions, boolean hasConstraints, boolean hasUsages) {
        for (ASN1ObjectIdentifier id : extensions.getExtensionOIDs()) {
            boolean isPlain;
            if (id.equals(Extension.basicConstraints)) {
                isPlain = hasConstraints;
            } else if (id.equals(Extension.keyUsage)) {
                isPlain = hasUsages;
            } else {
                isPlain =
                        !DEMANDING.contains(id) && !extensions.getExtension(id).isCritical();
            }
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    private static String subjectKeyId(ASN1Encodable value) {
        return Hex.toHexString(SubjectKeyIdentifier.getInstance(value).getKeyIdentifier());
    }

    private static String authorityKeyId(ASN1Encodable value) {
        byte[] id = AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets();
        return id == null ? null : Hex.toHexString(id);
    }
}
