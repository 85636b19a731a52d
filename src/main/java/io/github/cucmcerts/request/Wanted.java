package io.github.cucmcerts.request;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.KeyExtensions;
import io.github.cucmcerts.inventory.SanEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the certificate for a CSR must contain.
 *
 * @param san exactly these names, in the order of the CSR
 * @param usages the key usages, spelled as in RFC 5280
 * @param extendedUsages the extended key usages, spelled as in RFC 5280, or object identifiers
 * @param ca whether it is itself a CA, with path length 0
 * @param hash the weakest hash for the CA's signature, for example {@code SHA-256}
 */
public record Wanted(List<SanEntry> san, Set<String> usages, Set<String> extendedUsages, boolean ca, String hash) {
    static Wanted of(Csr csr, Purpose purpose) {
        KeyExtensions requested = csr.extensions();
        boolean ca = purpose == Purpose.CAPF;
        Set<String> usages = new LinkedHashSet<>(requested.usages());
        if (ca) { // Security Guide 15 requires both in CAPF's certificate
            usages.addAll(List.of("digitalSignature", "keyCertSign"));
        }
        return new Wanted(requested.san(), usages, requested.extendedUsages(), ca, hash(csr));
    }

    /** The hash must be as strong as an EC key (Security Guides 12.5(1)SU3 and 14; they do not mention P-521). */
    private static String hash(Csr csr) {
        return switch (csr.key().curve().orElse("")) {
            case "P-384" -> "SHA-384";
            case "P-521" -> "SHA-512";
            default -> "SHA-256";
        };
    }

    boolean hasWildcard() {
        return san.stream().anyMatch(SanEntry::isWildcard);
    }
}
