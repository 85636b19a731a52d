package io.github.cucmcerts.inventory;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * An X.509 certificate (RFC 5280). Two are equal where their bytes are.
 *
 * @param content its bytes as they are in the file
 * @param sha256 that of its bytes, in hex
 * @param oddDates those of its dates that are not written in GMT with seconds and without a fraction, as they are written
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

    /** In bytes. */
    public int size() {
        return content.size();
    }

    public byte[] encoded() {
        return content.bytes();
    }

    /** Subject and issuer are one name; says nothing about the signature. */
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
