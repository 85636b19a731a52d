package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Encoded;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.SignatureAlgorithm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/** Decodes X.509 certificates. */
final class CertificateDecoder {
    private CertificateDecoder() {}

    /**
     * @throws IOException if it cannot be encoded again
     * @throws RuntimeException if it is not a certificate
     */
    static Certificate decode(ASN1Primitive object, Origin origin, Pool pool) throws IOException {
        var certificate = org.bouncycastle.asn1.x509.Certificate.getInstance(object);
        Encoded content = new Encoded(object.getEncoded());
        return new Certificate(
                origin,
                content,
                content.sha256(),
                pool.name(certificate.getSubject()),
                pool.name(certificate.getIssuer()),
                certificate.getSerialNumber().getValue(),
                TimeDecoder.decode(certificate.getStartDate()),
                TimeDecoder.decode(certificate.getEndDate()),
                oddDates(certificate),
                pool.key(certificate.getSubjectPublicKeyInfo()),
                ExtensionsDecoder.decode(certificate.getTBSCertificate().getExtensions(), pool),
                pool.signatureAlgorithm(
                        certificate.getSignatureAlgorithm(),
                        certificate.getTBSCertificate().getSignature()));
    }

    private static List<String> oddDates(org.bouncycastle.asn1.x509.Certificate certificate) {
        List<String> odd = new ArrayList<>();
        for (Time date : List.of(certificate.getStartDate(), certificate.getEndDate())) {
            Optional<String> text = TimeDecoder.odd(date);
            if (text.isPresent()) {
                odd.add(text.get());
            }
        }
        return List.copyOf(odd);
    }

    static SignatureAlgorithm signatureAlgorithm(AlgorithmIdentifier identifier, AlgorithmIdentifier signedPart) {
        Optional<String> contradiction =
                isSame(identifier, signedPart) ? Optional.empty() : Optional.of(name(signedPart));
        try {
            AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(identifier);
            return new SignatureAlgorithm(
                    spelled(new DefaultSignatureNameFinder().getAlgorithmName(identifier)),
                    digest == null
                            ? Optional.empty()
                            : Optional.of(new DefaultAlgorithmNameFinder().getAlgorithmName(digest)),
                    contradiction);
        } catch (RuntimeException e) { // its parameters are not what the algorithm needs
            return new SignatureAlgorithm(identifier.getAlgorithm().getId(), Optional.empty(), contradiction);
        }
    }

    /** Parameters that are NULL and absent parameters are the same. */
    private static boolean isSame(AlgorithmIdentifier one, AlgorithmIdentifier other) {
        return one.getAlgorithm().equals(other.getAlgorithm())
                && parameters(one).equals(parameters(other));
    }

    private static ASN1Encodable parameters(AlgorithmIdentifier identifier) {
        return identifier.getParameters() == null ? DERNull.INSTANCE : identifier.getParameters();
    }

    private static String name(AlgorithmIdentifier algorithm) {
        try {
            return spelled(new DefaultSignatureNameFinder().getAlgorithmName(algorithm));
        } catch (RuntimeException e) { // its parameters are not what the algorithm needs
            return algorithm.getAlgorithm().getId();
        }
    }

    /** With Java's spelling: {@code SHA256withRSA}. */
    private static String spelled(String name) {
        return name.replace("WITH", "with").replace("ANDMGF1", "andMGF1");
    }
}
