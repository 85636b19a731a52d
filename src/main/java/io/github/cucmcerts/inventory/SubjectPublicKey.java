package io.github.cucmcerts.inventory;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A public key. Equality is by meaning: absent and NULL RSA parameters are the same, and so are compressed and
 * uncompressed EC points.
 *
 * @param id equal for equal keys; not for people
 * @param encoded the DER of its SubjectPublicKeyInfo
 * @param type {@code RSA}, {@code EC}, or the algorithm's own name or object identifier
 * @param rsaBits the size of an RSA key's modulus in bits; empty for any other key, or if it cannot be decoded
 * @param curve the curve of an EC key: {@code P-384}, another name if NIST has none, or the object identifier
 * @param inheritsParameters whether a DSA key uses its issuer's parameters (RFC 3279, section 2.3.2)
 * @param cost the maximum cost to verify a signature with it; 1 is the cost with an RSA key of 2048 bits and the exponent
 *     65537; empty if none is verified with it, because it would need minutes
 */
public record SubjectPublicKey(
        String id,
        Encoded encoded,
        String type,
        OptionalInt rsaBits,
        Optional<String> curve,
        boolean inheritsParameters,
        OptionalDouble cost) {
    /** Whether signatures are verified with this key. */
    public boolean verifies() {
        return cost.isPresent();
    }

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
