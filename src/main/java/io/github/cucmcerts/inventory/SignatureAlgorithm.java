package io.github.cucmcerts.inventory;

import java.util.Optional;

/**
 * How a certificate was signed.
 *
 * @param name such as {@code SHA256WITHRSA}, or an object identifier
 * @param digest such as {@code SHA256}; nothing where the algorithm has no separate one, or is not known
 */
public record SignatureAlgorithm(String name, Optional<String> digest) {
    /** RSA with the padding of PKCS#1 version 1.5. */
    public boolean isRsa() {
        return name.contains("RSA") && !isPss();
    }

    /** RSASSA-PSS. */
    public boolean isPss() {
        return name.contains("MGF1") || name.contains("PSS");
    }
}
