package io.github.cucmcerts.inventory;

/** A name bound, or asked to be bound, to a public key: what a CSR and a certificate have in common. */
public sealed interface NamedKey extends FileObject permits Certificate, Csr {
    Name subject();

    SubjectPublicKey key();

    KeyExtensions extensions();

    /** SHA-256 of the object's DER, in hex. */
    String sha256();
}
