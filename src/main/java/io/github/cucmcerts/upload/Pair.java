package io.github.cucmcerts.upload;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import java.util.Comparator;

/** A CSR and a certificate that matches it: both have the same public key. */
public record Pair(Csr csr, Certificate leaf) {
    /** By start, then by end, the latest first; then by content, never by file name. */
    static final Comparator<Pair> NEWEST_FIRST = Comparator.comparing(
                    (Pair pair) -> pair.leaf().notBefore())
            .thenComparing(pair -> pair.leaf().notAfter())
            .reversed()
            .thenComparing(pair -> pair.leaf().sha256())
            .thenComparing(pair -> pair.csr().sha256());
}
