package io.github.cucmcerts.inventory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The X.509 extensions that the rules read, from a certificate or from a CSR's extension request. An extension that
 * cannot be decoded counts as absent here; the libraries that validate the path decide about it.
 *
 * @param none whether there is no extension at all
 * @param san the subject alternative names, in their order
 * @param ca basicConstraints cA
 * @param nameConstraints whether the certificate restricts the names below it
 * @param usages keyUsage, spelled as in RFC 5280
 * @param extendedUsages extendedKeyUsage, spelled as in RFC 5280; the object identifier if the RFC has no name for it
 * @param critical the object identifiers of the critical extensions
 * @param demanding whether it has policies or name constraints, which apply to the certificates below (RFC 5280, section 6.1)
 * @param plain whether path validation reads no extension except basicConstraints and keyUsage, and both can be decoded
 */
public record KeyExtensions(
        boolean none,
        List<SanEntry> san,
        boolean ca,
        OptionalInt pathLength,
        boolean nameConstraints,
        Set<String> usages,
        Set<String> extendedUsages,
        Set<String> critical,
        boolean demanding,
        boolean plain,
        Optional<String> subjectKeyId,
        Optional<String> authorityKeyId,
        ValidationCost validationCost) {
    public boolean hasExtendedKeyUsage() {
        return !extendedUsages.isEmpty();
    }
}
