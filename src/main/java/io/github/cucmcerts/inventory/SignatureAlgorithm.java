package io.github.cucmcerts.inventory;

import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/**
 * How a certificate was signed.
 *
 * @param name such as {@code SHA256WITHRSA}, or an object identifier
 * @param digest such as {@code SHA256}; nothing where the algorithm has no separate one, or is not known
 */
public record SignatureAlgorithm(String name, Optional<String> digest) {
    static SignatureAlgorithm of(AlgorithmIdentifier identifier) {
        try {
            return new SignatureAlgorithm(
                    new DefaultSignatureNameFinder().getAlgorithmName(identifier),
                    Optional.ofNullable(new DefaultDigestAlgorithmIdentifierFinder().find(identifier))
                            .map(digest -> new DefaultAlgorithmNameFinder().getAlgorithmName(digest)));
        } catch (RuntimeException e) { // its parameters are none
            return new SignatureAlgorithm(identifier.getAlgorithm().getId(), Optional.empty());
        }
    }

    /** RSA with the padding of PKCS#1 version 1.5. */
    public boolean isRsa() {
        return name.contains("RSA") && !isPss();
    }

    /** RSASSA-PSS. */
    public boolean isPss() {
        return name.contains("MGF1") || name.contains("PSS");
    }
}
