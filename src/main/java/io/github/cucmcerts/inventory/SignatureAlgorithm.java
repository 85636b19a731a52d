package io.github.cucmcerts.inventory;

import java.util.Optional;

/**
 * How a certificate was signed.
 *
 * @param name such as {@code SHA256withRSA}, or an object identifier
 * @param digest such as {@code SHA256}; empty if the algorithm has no separate digest, or is unknown
 * @param signedPart the algorithm in the signed part if it differs, although both must be the same (RFC 5280, section
 *     4.1.1.2)
 */
public record SignatureAlgorithm(String name, Optional<String> digest, Optional<String> signedPart) {
    /** RSA with PKCS#1 version 1.5 padding. */
    public boolean isRsa() {
        return name.contains("RSA") && !isPss();
    }

    /** RSASSA-PSS. */
    public boolean isPss() {
        return name.contains("MGF1") || name.contains("PSS");
    }
}
