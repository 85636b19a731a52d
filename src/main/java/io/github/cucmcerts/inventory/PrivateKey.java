package io.github.cucmcerts.inventory;

import java.util.Optional;

/**
 * The mark that a private key lies here. It holds no key material.
 *
 * @param form how it is written, such as {@code PKCS#8}
 * @param publicKey the public half, where it can be told without a password; without its bytes, size and curve
 */
public record PrivateKey(Origin origin, String form, Optional<SubjectPublicKey> publicKey) implements FileObject {
    @Override
    public String kind() {
        return "PRIVATE_KEY";
    }
}
