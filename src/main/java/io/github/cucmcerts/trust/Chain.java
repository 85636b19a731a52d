package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.List;

/** What the search for a leaf's certification path came to. */
public sealed interface Chain {
    /** The certificates of the path, leaf first, as far as there is one. */
    default List<Certificate> path() {
        return List.of();
    }

    /** The path without the leaf: its CA certificates, from the leaf's issuer to the root. */
    default List<Certificate> authorities() {
        return path().isEmpty() ? path() : path().subList(1, path().size());
    }

    /** A path that RFC 5280 accepts. */
    record Good(List<Certificate> path) implements Chain {}

    /**
     * There are paths, but RFC 5280 accepts none; this is the best of them.
     *
     * @param path empty where the culprit contradicts itself on its signature, and so nobody can tell who signed it
     * @param rejection what RFC 5280 has against it
     */
    record Invalid(List<Certificate> path, Rejection rejection) implements Chain {}

    /** The leaf is signed by its own key. */
    record SelfSigned() implements Chain {}

    /**
     * Certificates of the issuer's name are there, but none of their keys signed, as far as signatures can be verified with
     * them.
     *
     * @param child the certificate whose issuer is sought
     * @param sameName the certificates that bear the issuer's name
     */
    record WrongKey(Certificate child, List<Certificate> sameName) implements Chain {}

    /**
     * A signature has an algorithm that no library here knows, so nobody can tell who signed.
     *
     * @param child the certificate with that signature
     */
    record UnknownAlgorithm(Certificate child) implements Chain {}

    /**
     * No certificate of the issuer's name is there; or there are some, and they lead back to themselves, and to no root.
     *
     * @param child the certificate whose issuer is missing
     */
    record IssuerMissing(Certificate child) implements Chain {}

    /** The search reached its budget. */
    record Exhausted(String work) implements Chain {}
}
