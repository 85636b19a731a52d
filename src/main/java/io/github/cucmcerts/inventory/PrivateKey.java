package io.github.cucmcerts.inventory;

import java.util.Optional;

/**
 * Marks where a private key is. It holds no key material.
 *
 * @param form how the key is written, such as {@code PKCS#8}
 * @param publicKey the public half, if it can be read without a password; without its bytes, size, and curve
 */
public record PrivateKey(Origin origin, String form, Optional<SubjectPublicKey> publicKey) implements FileObject {
    @Override
    public String kind() {
        return "PRIVATE_KEY";
    }
}
