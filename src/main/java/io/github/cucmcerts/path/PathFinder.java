package io.github.cucmcerts.path;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.path.PathValidator.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the certification path of a leaf among the certificates in reach. First it learns who signed whom, from the leaf
 * upwards: by name, the matching key identifier first, then by signature; a signature fits one key, so the search for a
 * certificate's issuer ends with the key that fits. Then it lets the validator judge the paths that end in a root, the
 * preferred first. Both have a budget against certificates made to blow them up.
 */
public final class PathFinder {
    private static final int MAX_SIGNATURES = 4_000;
    private static final int MAX_PATHS = 200;
    private static final int MAX_STEPS = 100_000;

    private final Signatures signatures;
    private final ChangeWindow window;

    public PathFinder(Signatures signatures, ChangeWindow window) {
        this.signatures = signatures;
        this.window = window;
    }

    /**
     * The best path of the leaf, or why there is none. Of several: one that RFC 5280 accepts, all of it valid in the whole
     * window, all of it in the store after the uploads, the shortest, the first in reach.
     *
     * @param reach the certificates that may be issuers, in order of preference
     * @param canHold whether the store can hold these CA certificates at once after the uploads
     */
    public Chain find(Certificate leaf, List<Certificate> reach, Predicate<List<Certificate>> canHold) {
        try {
            return new Search(leaf, reach, canHold).run();
        } catch (BudgetSpent e) {
            return new Chain.Exhausted(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new Chain.Exhausted("a certificate in reach broke it: " + e);
        }
    }

    private static final class BudgetSpent extends Exception {
        BudgetSpent(String work) {
            super(work, null, false, false);
        }
    }

    private final class Search {
        private final Certificate leaf;
        private final Map<Name, List<Certificate>> bySubject;
        private final Map<Certificate, List<Certificate>> issuers = new LinkedHashMap<>();
        private final Map<Certificate, Integer> distance = new HashMap<>();
        private int signaturesLeft = MAX_SIGNATURES;
        private int pathsLeft = MAX_PATHS;
        private int stepsLeft = MAX_STEPS;
        private final Predicate<List<Certificate>> canHold;
        private final Map<List<Certificate>, Chain.Invalid> rejected = new LinkedHashMap<>();

        Search(Certificate leaf, List<Certificate> reach, Predicate<List<Certificate>> canHold) {
            this.leaf = leaf;
            this.canHold = canHold;
            bySubject = reach.stream()
                    .filter(certificate -> !certificate.equals(leaf))
                    .collect(Collectors.groupingBy(Certificate::subject, LinkedHashMap::new, Collectors.toList()));
        }

        Chain run() throws BudgetSpent {
            if (leaf.isSelfIssued() && signed(leaf.key(), leaf)) {
                return new Chain.SelfSigned();
            }
            explore();
            measure();
            if (!distance.containsKey(leaf)) {
                return signed(leaf.key(), leaf) ? new Chain.SelfSigned() : deadEnd();
            }
            Predicate<List<Certificate>> valid = path -> path.stream()
                    .allMatch(certificate -> window.within(certificate.notBefore(), certificate.notAfter()));
            for (Predicate<List<Certificate>> wanted : List.of(valid.and(canHold), valid, canHold, any -> true)) {
                Optional<Chain> good = shortest(wanted);
                if (good.isPresent()) {
                    return good.get();
                }
            }
            return rejected.values().iterator().next();
        }

        private boolean signed(SubjectPublicKey key, Certificate certificate) throws BudgetSpent {
            if (key.inheritsParameters()) {
                return !key.equals(certificate.key()); // the path has its parameters, so the validator verifies it
            }
            if (!signatures.knows(key, certificate) && signaturesLeft-- == 0) {
                throw new BudgetSpent(MAX_SIGNATURES + " signatures verified");
            }
            return signatures.signed(key, certificate);
        }

        /** Learns the issuers of all that can be reached from the leaf. */
        private void explore() throws BudgetSpent {
            Deque<Certificate> open = new ArrayDeque<>(List.of(leaf));
            while (!open.isEmpty()) {
                Certificate child = open.remove();
                if (!issuers.containsKey(child)) {
                    issuers.put(child, isRoot(child) ? List.of() : issuersOf(child));
                    open.addAll(issuers.get(child));
                }
            }
        }

        private boolean isRoot(Certificate certificate) throws BudgetSpent {
            return !certificate.equals(leaf) && certificate.isSelfIssued() && signed(certificate.key(), certificate);
        }

        private List<Certificate> issuersOf(Certificate child) throws BudgetSpent {
            List<Certificate> named = bySubject.getOrDefault(child.issuer(), List.of());
            Set<SubjectPublicKey> keys = new LinkedHashSet<>();
            named.stream().filter(issuer -> hasKeyIdOf(issuer, child)).forEach(issuer -> keys.add(issuer.key()));
            named.forEach(issuer -> keys.add(issuer.key()));
            for (SubjectPublicKey key : keys) {
                if (signed(key, child)) {
                    return named.stream()
                            .filter(issuer -> issuer.key().equals(key) && !issuer.equals(child))
                            .toList();
                }
            }
            return List.of();
        }

        private static boolean hasKeyIdOf(Certificate issuer, Certificate child) {
            return child.extensions().authorityKeyId().isPresent()
                    && child.extensions()
                            .authorityKeyId()
                            .equals(issuer.extensions().subjectKeyId());
        }

        /** How many certificates lie between each and the nearest root. */
        private void measure() throws BudgetSpent {
            Map<Certificate, List<Certificate>> children = new HashMap<>();
            issuers.forEach((child, parents) -> parents.forEach(parent ->
                    children.computeIfAbsent(parent, p -> new ArrayList<>()).add(child)));
            Deque<Certificate> open = new ArrayDeque<>();
            for (Certificate certificate : issuers.keySet()) {
                if (isRoot(certificate)) {
                    distance.put(certificate, 0);
                    open.add(certificate);
                }
            }
            while (!open.isEmpty()) {
                Certificate parent = open.remove();
                for (Certificate child : children.getOrDefault(parent, List.of())) {
                    if (distance.putIfAbsent(child, distance.get(parent) + 1) == null) {
                        open.add(child);
                    }
                }
            }
        }

        private Optional<Chain> shortest(Predicate<List<Certificate>> wanted) throws BudgetSpent {
            for (int length = distance.get(leaf); length <= distance.size(); length++) {
                Deque<Certificate> path = new ArrayDeque<>(List.of(leaf));
                Optional<Chain> good = extend(path, length, wanted);
                if (good.isPresent()) {
                    return good;
                }
            }
            return Optional.empty();
        }

        /** Tries every path of exactly that many further certificates. */
        private Optional<Chain> extend(Deque<Certificate> path, int further, Predicate<List<Certificate>> wanted)
                throws BudgetSpent {
            Certificate last = path.getLast();
            if (further == 0) {
                return distance.get(last) == 0 ? judged(List.copyOf(path)) : Optional.empty();
            }
            if (stepsLeft-- == 0) {
                throw new BudgetSpent(MAX_STEPS + " steps taken");
            }
            for (Certificate parent : issuers.get(last)) {
                if (distance.getOrDefault(parent, Integer.MAX_VALUE) <= further - 1 && !path.contains(parent)) {
                    path.addLast(parent);
                    Optional<Chain> good = wanted.test(List.copyOf(path).subList(1, path.size()))
                            ? extend(path, further - 1, wanted)
                            : Optional.empty();
                    if (good.isPresent()) {
                        return good;
                    }
                    path.removeLast();
                }
            }
            return Optional.empty();
        }

        private Optional<Chain> judged(List<Certificate> path) throws BudgetSpent {
            if (rejected.containsKey(path)) {
                return Optional.empty();
            }
            if (pathsLeft-- == 0) {
                throw new BudgetSpent(MAX_PATHS + " paths judged");
            }
            Optional<Rejection> rejection = PathValidator.judge(path);
            rejection.ifPresent(no -> rejected.put(path, new Chain.Invalid(path, no.culprit(), no.reason())));
            return rejection.isEmpty() ? Optional.of(new Chain.Good(path)) : Optional.empty();
        }

        private Chain deadEnd() {
            Collection<Certificate> ends = issuers.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .sorted(Comparator.comparing(end -> !named(end).isEmpty()))
                    .toList();
            for (Certificate end : ends) {
                List<Certificate> named = named(end);
                return named.isEmpty() ? new Chain.IssuerMissing(end) : new Chain.WrongKey(end, named);
            }
            return new Chain.IssuerMissing(leaf); // a loop: nobody in it is a root
        }

        private List<Certificate> named(Certificate end) {
            return bySubject.getOrDefault(end.issuer(), List.of());
        }
    }
}
