package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.text.Message;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Validity;

/**
 * Finds the part of a certificate or CSR that makes the library reject it. The texts quote neither the bytes nor the
 * library: both may contain part of a private key.
 */
final class Malformed {
    private static final int VERSION_3 = 2;
    private static final int EXTENSIONS = 3;

    private interface Check {
        /** Whether the part is correct; an exception also means no. */
        boolean holds();
    }

    /**
     * @param complaint the text if the check fails
     */
    private record Part(Message complaint, Check check) {
        boolean fails() {
            try {
                return !check.holds();
            } catch (RuntimeException | StackOverflowError e) {
                return true;
            }
        }
    }

    private Malformed() {}

    /** What is wrong with the certificate, as far as it is known. */
    static Message certificate(ASN1Sequence certificate) {
        ASN1Sequence tbs = ASN1Sequence.getInstance(certificate.getObjectAt(0));
        int first = tbs.getObjectAt(0) instanceof ASN1TaggedObject ? 1 : 0;
        return first(
                new Part(
                        Message.of("reason.malformed-version", "its version is not 1, 2, or 3"),
                        () -> version(tbs) >= 0 && version(tbs) <= VERSION_3),
                new Part(
                        Message.of("reason.malformed-serial-number", "its serial number is malformed"),
                        () -> ASN1Integer.getInstance(tbs.getObjectAt(first)) != null),
                new Part(
                        Message.of("reason.malformed-signature-algorithm", "its signature algorithm is malformed"),
                        () -> isAlgorithm(tbs.getObjectAt(first + 1)) && isAlgorithm(certificate.getObjectAt(1))),
                new Part(
                        Message.of("reason.malformed-issuer", "its issuer is malformed"),
                        () -> isName(tbs.getObjectAt(first + 2))),
                new Part(
                        Message.of(
                                "reason.malformed-issuer-empty",
                                "its issuer is empty, but RFC 5280, section 4.1.2.4, requires one"),
                        () -> X500Name.getInstance(tbs.getObjectAt(first + 2)).getRDNs().length > 0),
                new Part(
                        Message.of("reason.malformed-dates", "its dates are malformed"),
                        () -> isValidity(tbs.getObjectAt(first + 3))),
                new Part(
                        Message.of("reason.malformed-subject", "its subject is malformed"),
                        () -> isName(tbs.getObjectAt(first + 4))),
                new Part(
                        Message.of("reason.malformed-public-key", "its public key is malformed"),
                        () -> isKey(tbs.getObjectAt(first + 5))),
                new Part(
                        Message.of(
                                "reason.malformed-extensions-version",
                                "it has extensions, but not version 3, which RFC 5280, section 4.1.2.1, requires for them"),
                        () -> version(tbs) == VERSION_3 || extensions(tbs, first) == null),
                new Part(
                        Message.of("reason.malformed-extensions", "its extensions are malformed"),
                        () -> areExtensions(extensions(tbs, first))),
                new Part(
                        Message.of(
                                "reason.malformed-extension-twice",
                                "it has the same extension twice, which RFC 5280, section 4.2, forbids"),
                        () -> isEachOnce(extensions(tbs, first))),
                new Part(
                        Message.of("reason.malformed-no-certificate", "it is not a certificate according to RFC 5280"),
                        () -> org.bouncycastle.asn1.x509.Certificate.getInstance(certificate) != null));
    }

    /** What is wrong with the CSR, as far as it is known. */
    static Message request(ASN1Sequence request) {
        ASN1Sequence info = (ASN1Sequence) request.getObjectAt(0);
        return first(
                new Part(
                        Message.of("reason.malformed-subject", "its subject is malformed"),
                        () -> isName(info.getObjectAt(1))),
                new Part(
                        Message.of("reason.malformed-public-key", "its public key is malformed"),
                        () -> isKey(info.getObjectAt(2))),
                new Part(
                        Message.of("reason.malformed-signature-algorithm", "its signature algorithm is malformed"),
                        () -> isAlgorithm(request.getObjectAt(1))),
                new Part(
                        Message.of("reason.malformed-no-csr", "it is not a CSR according to RFC 2986"),
                        () -> CertificationRequest.getInstance(request) != null),
                new Part(
                        Message.of(
                                "reason.malformed-attributes",
                                "its attributes or its requested extensions are malformed"),
                        () -> false));
    }

    private static Message first(Part... parts) {
        for (Part part : parts) {
            if (part.fails()) {
                return part.complaint();
            }
        }
        return Message.of("reason.malformed-der", "it violates the encoding rules (DER)");
    }

    private static int version(ASN1Sequence tbs) {
        return tbs.getObjectAt(0) instanceof ASN1TaggedObject tagged
                ? ASN1Integer.getInstance(tagged, true).intValueExact()
                : 0;
    }

    private static boolean isAlgorithm(ASN1Encodable part) {
        return AlgorithmIdentifier.getInstance(part) != null;
    }

    private static boolean isName(ASN1Encodable part) {
        return NameDecoder.decode(new Encoded(Der.of(X500Name.getInstance(part)))) != null;
    }

    private static boolean isValidity(ASN1Encodable part) {
        Validity validity = Validity.getInstance(part);
        return List.of(validity.getNotBefore(), validity.getNotAfter()).stream()
                .allMatch(time -> TimeDecoder.decode(time) != null);
    }

    private static boolean isKey(ASN1Encodable part) {
        return SubjectPublicKeyInfo.getInstance(part) != null;
    }

    /** The extensions, or null if there are none. */
    private static ASN1Sequence extensions(ASN1Sequence tbs, int first) {
        for (int i = first + 6; i < tbs.size(); i++) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(tbs.getObjectAt(i));
            if (tagged.getTagNo() == EXTENSIONS) {
                return ASN1Sequence.getInstance(tagged, true);
            }
        }
        return null;
    }

    private static boolean areExtensions(ASN1Sequence extensions) {
        if (extensions != null) {
            extensions.forEach(Extension::getInstance);
        }
        return extensions == null || extensions.size() > 0;
    }

    private static boolean isEachOnce(ASN1Sequence extensions) {
        if (extensions == null) {
            return true;
        }
        return List.of(extensions.toArray()).stream()
                        .map(extension -> Extension.getInstance(extension).getExtnId())
                        .distinct()
                        .count()
                == extensions.size();
    }
}
