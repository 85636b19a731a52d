package io.github.cucmcerts.inventory;

/**
 * A PKCS#10 certification request (RFC 2986). Two CSRs are equal if their bytes are equal.
 *
 * @param content its bytes as the file has them
 * @param sha256 SHA-256 of its bytes, in hex
 */
public record Csr(
        Origin origin, Encoded content, String sha256, Name subject, SubjectPublicKey key, KeyExtensions extensions)
        implements NamedKey {
    @Override
    public String kind() {
        return "CSR";
    }

    public byte[] encoded() {
        return content.bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Csr csr && sha256.equals(csr.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
