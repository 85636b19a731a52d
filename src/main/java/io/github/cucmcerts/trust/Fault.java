package io.github.cucmcerts.trust;

/** Why RFC 5280 rejects a path. */
public enum Fault {
    /** Basic constraints without CA:TRUE (section 4.2.1.9). */
    NO_CA,
    /** More CA certificates below a CA than its path length allows (section 4.2.1.9). */
    PATH_TOO_LONG,
    /** A CA's key usage without keyCertSign (section 4.2.1.3). */
    NO_CERT_SIGN,
    /** A name that a CA's name constraints do not permit (section 4.2.1.10). */
    NAME_NOT_PERMITTED,
    /** A name that they exclude. */
    NAME_EXCLUDED,
    /** A name that they restrict, but that is not a valid name of its form, so it cannot be compared. */
    NAME_MALFORMED,
    /** A name that they restrict in a way for which RFC 5280 defines no comparison. */
    CONSTRAINT_INCOMPARABLE,
    /** Name constraints that cannot be read. */
    CONSTRAINTS_MALFORMED,
    /** A critical extension that RFC 5280 does not know (section 4.2). */
    UNKNOWN_CRITICAL,
    /** An extension that it knows, and that must not be critical. */
    MUST_NOT_BE_CRITICAL,
    /** A policy qualifier that it does not know, in a critical extension (section 4.2.1.4). */
    UNKNOWN_QUALIFIER,
    /** None of the policies that a certificate requires is left (section 6.1.5). */
    NO_POLICY,
    /** The signed part has a different signature algorithm than the one next to the signature (section 4.1.1.2). */
    TWO_ALGORITHMS,
    /** A key with which no signature is verified. */
    UNVERIFIABLE_KEY,
    /** An extension or another part that cannot be decoded. */
    MALFORMED,
    /** A reason that only the libraries know. */
    OTHER
}
