package io.github.cucmcerts.inventory;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A public key, compared by meaning: RSA parameters absent or NULL, an EC point compressed or not, are one key.
 *
 * @param id what makes two keys one; not for people
 * @param encoded the DER of its SubjectPublicKeyInfo
 * @param type {@code RSA}, {@code EC}, or whatever name or object identifier the algorithm has
 * @param rsaBits the size of an RSA key's modulus in bits; nothing for any other key, or where it can't be decoded
 * @param curve the curve of an EC key: {@code P-384}, another name where NIST has none, or its object identifier
 * @param inheritsParameters a DSA key whose parameters are those of its issuer (RFC 3279, section 2.3.2)
 */
public record SubjectPublicKey(
        String id,
        Encoded encoded,
        String type,
        OptionalInt rsaBits,
        Optional<String> curve,
        boolean inheritsParameters) {
    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectPublicKey key && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** SHA-256 of the SubjectPublicKeyInfo in hex, as {@code openssl pkey -pubin -outform DER | sha256sum} prints it. */
    public String sha256() {
        return encoded.sha256();
    }
}
