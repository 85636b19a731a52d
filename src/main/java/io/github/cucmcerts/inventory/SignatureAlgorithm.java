package io.github.cucmcerts.inventory;

import java.util.Optional;

/**
 * How a certificate was signed.
 *
 * @param name such as {@code SHA256withRSA}, or an object identifier
 * @param digest such as {@code SHA256}; nothing where the algorithm has no separate one, or is not known
 * @param signedPart what the signed part says in its place, though it has to say the same (RFC 5280, section 4.1.1.2)
 */
public record SignatureAlgorithm(String name, Optional<String> digest, Optional<String> signedPart) {
    /** RSA with the padding of PKCS#1 version 1.5. */
    public boolean isRsa() {
        return name.contains("RSA") && !isPss();
    }

    /** RSASSA-PSS. */
    public boolean isPss() {
        return name.contains("MGF1") || name.contains("PSS");
    }
}
