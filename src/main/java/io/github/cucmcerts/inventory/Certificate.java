package io.github.cucmcerts.inventory;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * An X.509 certificate (RFC 5280). Two certificates are equal if their bytes are equal.
 *
 * @param content its bytes as the file has them
 * @param sha256 SHA-256 of its bytes, in hex
 * @param oddDates its dates that are not in GMT with seconds and without a fraction, as the certificate has them
 */
public record Certificate(
        Origin origin,
        Encoded content,
        String sha256,
        Name subject,
        Name issuer,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        List<String> oddDates,
        SubjectPublicKey key,
        KeyExtensions extensions,
        SignatureAlgorithm signatureAlgorithm)
        implements NamedKey {
    @Override
    public String kind() {
        return "CERTIFICATE";
    }

    /** Size in bytes. */
    public int size() {
        return content.size();
    }

    public byte[] encoded() {
        return content.bytes();
    }

    /** Whether subject and issuer are the same name; the signature does not matter here. */
    public boolean isSelfIssued() {
        return subject.equals(issuer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate certificate && sha256.equals(certificate.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
