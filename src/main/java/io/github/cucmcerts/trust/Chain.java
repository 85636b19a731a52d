package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.text.Message;
import java.util.List;

/** The result of the search for a leaf's certification path. */
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
     * @param path empty if the culprit contradicts itself about its signature, so its signer is unknown
     * @param rejection why RFC 5280 rejects it
     */
    record Invalid(List<Certificate> path, Rejection rejection) implements Chain {}

    /** The leaf is signed by its own key. */
    record SelfSigned() implements Chain {}

    /**
     * There are certificates with the issuer's name, but none of their keys signed, as far as their keys can verify
     * signatures.
     *
     * @param child the certificate whose issuer is sought
     * @param sameName the certificates with the issuer's name
     */
    record WrongKey(Certificate child, List<Certificate> sameName) implements Chain {}

    /**
     * No library here knows the signature's algorithm, so the signer is unknown.
     *
     * @param child the certificate with that signature
     */
    record UnknownAlgorithm(Certificate child) implements Chain {}

    /**
     * There is no certificate with the issuer's name, or such certificates lead back to themselves and not to a root.
     *
     * @param child the certificate whose issuer is missing
     */
    record IssuerMissing(Certificate child) implements Chain {}

    /** The search used up its budget. */
    record Exhausted(Message work) implements Chain {}
}
