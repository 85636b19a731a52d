package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A trust store as it applies to an upload set.
 *
 * @param offered CA certificates to upload to it, by path
 * @param deployed the certificates that it holds today
 */
public record TrustStore(Id id, List<Certificate> offered, List<Certificate> deployed) {
    /**
     * Identifies a store.
     *
     * @param name such as {@code tomcat-trust}
     * @param node the store's node; empty if it replicates to all nodes, or if no folder names a node
     * @param scopes the folders whose {@code deployed/} describes it for some of the sets only
     */
    public record Id(String name, String node, Set<List<String>> scopes) {}

    public TrustStore {
        offered = List.copyOf(offered);
        deployed = List.copyOf(deployed);
    }

    public String name() {
        return id.name();
    }

    public String node() {
        return id.node();
    }

    /** Whether it is the same store with the same content, described by another {@code deployed/} folder. */
    boolean holdsTheSame(TrustStore other) {
        return name().equals(other.name())
                && node().equals(other.node())
                && offered.equals(other.offered)
                && deployed.equals(other.deployed);
    }

    /** The name for people: {@code tomcat-trust}, {@code ipsec-trust of cucm-pub}. */
    public String label() {
        return node().isEmpty() ? name() : name() + " of " + node();
    }

    /** The store after these deployed certificates are deleted from it. */
    public TrustStore without(Set<Certificate> deleted) {
        return new TrustStore(
                id,
                offered,
                deployed.stream()
                        .filter(certificate -> !deleted.contains(certificate))
                        .toList());
    }

    /** The deployed certificates that another certificate with that subject would replace, or that keep it out. */
    public List<Certificate> deployedNamed(Name subject, Optional<Release> release) {
        Object name = name(subject, release);
        return deployed.stream()
                .filter(certificate -> name(certificate.subject(), release).equals(name))
                .toList();
    }

    /** All available certificates, each once, offered ones first. */
    public List<Certificate> certificates() {
        return Stream.concat(offered.stream(), deployed.stream()).distinct().toList();
    }

    /** Groups of several certificates with the same common name, offered ones first. */
    List<List<Certificate>> namesakes() {
        Map<String, List<Certificate>> byName = new LinkedHashMap<>();
        for (Certificate certificate : certificates()) {
            Optional<String> name = certificate.subject().commonName();
            if (name.isPresent()) {
                byName.computeIfAbsent(Name.folded(name.get()), n -> new ArrayList<>())
                        .add(certificate);
            }
        }
        List<List<Certificate>> several = new ArrayList<>();
        for (List<Certificate> its : byName.values()) {
            if (its.size() > 1) {
                several.add(its);
            }
        }
        return List.copyOf(several);
    }

    /**
     * The store's content after the uploads. A store keeps one certificate for each name. It rejects an expired
     * certificate. A certificate that starts later than the stored one replaces it; any other is not accepted (Security
     * Guide 12.5(1)SU3 and 14, chapter Certificates, on uploading a trust certificate; document 217138, on a trust
     * certificate that is not replaced). If offered certificates start at the same time, the first one uploaded stays.
     *
     * @param needed the certificates that paths need; they are uploaded before others that start at the same time
     */
    public StoreAfter after(ChangeWindow window, Optional<Release> release, Set<Certificate> needed) {
        Replacement replacement = new Replacement(new HashSet<>(deployed), window, needed);
        Map<Object, List<Certificate>> byName = new LinkedHashMap<>();
        for (Certificate certificate : certificates()) {
            byName.computeIfAbsent(name(certificate.subject(), release), name -> new ArrayList<>())
                    .add(certificate);
        }
        for (List<Certificate> rivals : byName.values()) {
            replacement.among(rivals);
        }
        for (Certificate certificate : offered) {
            if (window.endsAfter(certificate.notAfter())) {
                replacement.outcomes.put(certificate, new Outcome.Expired());
            }
        }
        return new StoreAfter(replacement.outcomes, replacement.held);
    }

    private record Replacement(
            Set<Certificate> there,
            ChangeWindow window,
            Set<Certificate> needed,
            Map<Certificate, Outcome> outcomes,
            Set<Certificate> held) {
        Replacement(Set<Certificate> there, ChangeWindow window, Set<Certificate> needed) {
            this(there, window, needed, new LinkedHashMap<>(), new LinkedHashSet<>());
        }

        /** Decides the outcome for the certificates with one name. */
        void among(List<Certificate> rivals) {
            List<Certificate> old = new ArrayList<>();
            List<Certificate> incoming = new ArrayList<>();
            for (Certificate rival : rivals) {
                if (there.contains(rival)) {
                    old.add(rival);
                } else if (!window.endsAfter(rival.notAfter())) {
                    incoming.add(rival);
                }
            }
            List<Certificate> contenders = old.isEmpty() ? incoming : newer(incoming, old);
            if (contenders.isEmpty()) {
                keep(old);
            } else {
                replace(List.copyOf(old), contenders);
            }
        }

        /** Those that start later than every old one; the newest old one keeps the others out. */
        private List<Certificate> newer(List<Certificate> incoming, List<Certificate> old) {
            Certificate newest = Collections.max(old, Comparator.comparing(Certificate::notBefore));
            List<Certificate> newer = new ArrayList<>();
            for (Certificate certificate : incoming) {
                if (certificate.notBefore().isAfter(newest.notBefore())) {
                    newer.add(certificate);
                } else {
                    outcomes.put(certificate, new Outcome.KeptOut(newest));
                }
            }
            return newer;
        }

        private void keep(List<Certificate> old) {
            for (Certificate certificate : old) {
                outcomes.put(certificate, new Outcome.AlreadyThere());
            }
            held.addAll(old);
        }

        private void replace(List<Certificate> old, List<Certificate> contenders) {
            Certificate winner = winner(contenders);
            List<Certificate> all = new ArrayList<>(old);
            all.addAll(contenders);
            for (Certificate certificate : all) {
                outcomes.put(certificate, new Outcome.Displaced(winner));
            }
            outcomes.put(winner, old.isEmpty() ? new Outcome.Added() : new Outcome.Replaces(old));
            held.add(winner);
        }

        private Certificate winner(List<Certificate> contenders) {
            return contenders.size() == 1
                    ? contenders.get(0)
                    : Collections.min(
                            contenders,
                            Comparator.comparing(Certificate::notBefore)
                                    .reversed()
                                    .thenComparing(certificate -> !needed.contains(certificate)));
        }
    }

    /**
     * The name that identifies a certificate in the store: the common name (document 217138); from release 14 on the
     * subject (Security Guide 14, chapter Certificates: the same subject twice in one store is not supported).
     */
    private static Object name(Name subject, Optional<Release> release) {
        boolean bySubject = release.isPresent() && release.get().isFrom14();
        Optional<String> commonName = subject.commonName();
        return bySubject || commonName.isEmpty() ? subject : Name.folded(commonName.get());
    }
}
