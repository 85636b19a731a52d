package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates that can be issuers, by name and key.
 *
 * @param all each once, in order of preference
 * @param certificates the certificates of each CA
 * @param named the CAs with a name
 * @param identified the CAs with a name and a subject key identifier
 */
public record IssuerCandidates(
        List<Certificate> all,
        Map<Authority, List<Certificate>> certificates,
        Map<Name, Set<Authority>> named,
        Map<List<Object>, Set<Authority>> identified) {

    /** A name and a key: one CA, however many certificates it has. */
    public record Authority(Name name, SubjectPublicKey key) {
        static Authority of(Certificate certificate) {
            return new Authority(certificate.subject(), certificate.key());
        }
    }

    /**
     * Finds the CAs.
     *
     * @param all each once, in order of preference
     */
    public static IssuerCandidates of(List<Certificate> all) {
        Map<Authority, List<Certificate>> certificates = new HashMap<>();
        Map<Name, Set<Authority>> named = new HashMap<>();
        Map<List<Object>, Set<Authority>> identified = new HashMap<>();
        for (Certificate certificate : all) {
            Authority authority = Authority.of(certificate);
            certificates.computeIfAbsent(authority, a -> new ArrayList<>()).add(certificate);
            put(named, authority.name, authority);
            Optional<String> id = certificate.extensions().subjectKeyId();
            if (id.isPresent()) {
                put(identified, List.of(authority.name, id.get()), authority);
            }
        }
        return new IssuerCandidates(all, certificates, named, identified);
    }

    private static <K> void put(Map<K, Set<Authority>> map, K key, Authority authority) {
        map.computeIfAbsent(key, same -> new LinkedHashSet<>()).add(authority);
    }

    /** A certificate of the CA whose key signed the child; a signature fits one key only. */
    public Optional<Certificate> issuer(Certificate child, Signatures signatures) {
        return Stream.concat(identifiedBy(child).stream(), named(child.issuer()).stream())
                .filter(authority -> signatures.signed(authority.key, child))
                .findFirst()
                .map(authority -> of(authority).get(0));
    }

    IssuerCandidates without(Certificate leaf) {
        return of(Authority.of(leaf)).contains(leaf)
                ? IssuerCandidates.of(all.stream()
                        .filter(certificate -> !certificate.equals(leaf))
                        .toList())
                : this;
    }

    List<Certificate> of(Authority authority) {
        return certificates.getOrDefault(authority, List.of());
    }

    List<Certificate> certificatesOf(Name name) {
        return all.stream()
                .filter(certificate -> certificate.subject().equals(name))
                .toList();
    }

    Set<Authority> named(Name name) {
        return named.getOrDefault(name, Set.of());
    }

    /** The CAs with the child's issuer name and the key identifier that the child states. */
    Set<Authority> identifiedBy(Certificate child) {
        Optional<String> id = child.extensions().authorityKeyId();
        return id.isEmpty() ? Set.of() : identified.getOrDefault(List.of(child.issuer(), id.get()), Set.of());
    }
}
