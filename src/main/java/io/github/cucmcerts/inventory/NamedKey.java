package io.github.cucmcerts.inventory;

/** What a CSR and a certificate have in common: a name that is bound to a public key, or is requested to be. */
public sealed interface NamedKey extends FileObject permits Certificate, Csr {
    Name subject();

    SubjectPublicKey key();

    KeyExtensions extensions();

    /** SHA-256 of the object's DER, in hex. */
    String sha256();
}
