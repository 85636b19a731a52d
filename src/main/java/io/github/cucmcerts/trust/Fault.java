package io.github.cucmcerts.trust;

/** What RFC 5280 has against a path. */
public enum Fault {
    /** Basic constraints without CA:TRUE (section 4.2.1.9). */
    NO_CA,
    /** More CA certificates below a CA than its path length allows (section 4.2.1.9). */
    PATH_TOO_LONG,
    /** A CA's key usage without keyCertSign (section 4.2.1.3). */
    NO_CERT_SIGN,
    /** A name outside of what a CA's name constraints permit (section 4.2.1.10). */
    NAME_NOT_PERMITTED,
    /** A name within what they exclude. */
    NAME_EXCLUDED,
    /** A name that they restrict, but that is no name of its form, so that nothing can be compared. */
    NAME_MALFORMED,
    /** A name that they restrict in a way that RFC 5280 does not say how to compare. */
    CONSTRAINT_INCOMPARABLE,
    /** Name constraints that cannot be read. */
    CONSTRAINTS_MALFORMED,
    /** A critical extension that RFC 5280 does not know (section 4.2). */
    UNKNOWN_CRITICAL,
    /** One that it knows, and forbids to be critical. */
    MUST_NOT_BE_CRITICAL,
    /** A policy qualifier that it does not know, in a critical extension (section 4.2.1.4). */
    UNKNOWN_QUALIFIER,
    /** No policy left of those that a certificate demands (section 6.1.5). */
    NO_POLICY,
    /** A signature algorithm in the signed part that is not the one beside the signature (section 4.1.1.2). */
    TWO_ALGORITHMS,
    /** A key that nothing is verified with. */
    UNVERIFIABLE_KEY,
    /** An extension or another part that cannot be decoded. */
    MALFORMED,
    /** What only the libraries know. */
    OTHER
}
