package io.github.cucmcerts.inventory;

/**
 * A PKCS#10 certification request (RFC 2986). Two CSRs are equal if their bytes are equal.
 *
 * @param sha256 SHA-256 of its bytes, in hex
 * @param selfSigned whether it is signed by its own key (section 4.2)
 */
public record Csr(
        Origin origin, String sha256, Name subject, SubjectPublicKey key, KeyExtensions extensions, boolean selfSigned)
        implements NamedKey {
    @Override
    public String kind() {
        return "CSR";
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
