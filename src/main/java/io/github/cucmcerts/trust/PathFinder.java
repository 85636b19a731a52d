package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.signature.Verifier;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.IssuerCandidates.Authority;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the certification path of a leaf among the available certificates. First it finds out who signed each
 * certificate, from the leaf upwards: by name, a matching key identifier first, then by signature. A signature fits one
 * key, so the search for an issuer ends with that key. Then the validator checks the paths that end in a root, the
 * preferred path first. Budgets limit all of this, because certificates can be made to explode it.
 */
public final class PathFinder {
    /** In signatures by an RSA key of 2048 bits. */
    private static final int MAX_SIGNATURES = 4_000;
    /** The number of bytes that are decoded and hashed in the time of one such signature. */
    private static final double HASHED = 20_000;
    /** The cost of a key with which nothing is verified. */
    private static final double UNUSED_KEY = 0.5;
    /** In certificates of partial paths. */
    private static final int MAX_STEPS = 200_000;

    private final Signatures signatures;
    private final ChangeWindow window;

    public PathFinder(Signatures signatures, ChangeWindow window) {
        this.signatures = signatures;
        this.window = window;
    }

    /**
     * The best path of the leaf, or why there is none. The order of preference: RFC 5280 accepts the path, all its
     * certificates are valid in the whole window, the store has all of them after the uploads, it is the shortest, it
     * is the first.
     *
     * @param canHold whether the store can hold these CA certificates at the same time after the uploads
     */
    public Chain find(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold) {
        try {
            return new Search(leaf, candidates, canHold).run();
        } catch (BudgetSpent e) {
            return new Chain.Exhausted(e.work);
        }
    }

    private static final class BudgetSpent extends Exception {
        private final transient Message work;

        BudgetSpent(Message work) {
            super(work.toString(), null, false, false);
            this.work = work;
        }
    }

    private final class Search {
        private final Certificate leaf;
        private final IssuerCandidates candidates;
        private final Predicate<List<Certificate>> canHold;
        /** The signer of each certificate reached; empty if no available certificate signed it. */
        private final Map<Certificate, Optional<Authority>> signers = new LinkedHashMap<>();

        private final Set<Certificate> roots = new HashSet<>();
        /**
         * The certificates reached that RFC 5280 rejects because they contradict themselves about their signature, and
         * why.
         */
        private final Map<Certificate, Rejection> contradictions = new HashMap<>();

        private final Map<Authority, Integer> distances = new HashMap<>();
        private double signaturesLeft = MAX_SIGNATURES;
        private double effortLeft = Effort.LIMIT;
        private int stepsLeft = MAX_STEPS;
        /** Whether a path was skipped because it is longer than the paths tried so far. */
        private boolean longer;

        private final Map<List<Certificate>, Chain.Invalid> rejected = new LinkedHashMap<>();
        /** Beginnings of paths, from the leaf upwards, that RFC 5280 rejects whatever is above them. */
        private final Set<List<Certificate>> hopeless = new HashSet<>();

        Search(Certificate leaf, IssuerCandidates candidates, Predicate<List<Certificate>> canHold) {
            this.leaf = leaf;
            this.candidates = candidates.without(leaf);
            this.canHold = canHold;
        }

        Chain run() throws BudgetSpent {
            if (leaf.isSelfIssued() && signed(leaf.key(), leaf)) {
                return new Chain.SelfSigned();
            }
            explore();
            measure();
            OptionalInt distance = distance(leaf);
            if (distance.isEmpty()) {
                return signed(leaf.key(), leaf) ? new Chain.SelfSigned() : deadEnd();
            }
            Predicate<List<Certificate>> valid = this::isValid;
            for (Predicate<List<Certificate>> wanted : List.of(valid.and(canHold), valid, canHold, any -> true)) {
                Optional<Chain> good = shortest(distance.getAsInt(), wanted);
                if (good.isPresent()) {
                    return good.get();
                }
            }
            return rejected.values().iterator().next();
        }

        private boolean isValid(List<Certificate> path) {
            for (Certificate certificate : path) {
                if (!window.within(certificate.notBefore(), certificate.notAfter())) {
                    return false;
                }
            }
            return true;
        }

        private boolean signed(SubjectPublicKey key, Certificate certificate) throws BudgetSpent {
            if (key.inheritsParameters()) {
                return !key.equals(
                        certificate.key()); // only the path has the parameters, so the validator verifies the signature
            }
            // Results of other searches also count, so that the order of the searches does not matter.
            signaturesLeft -= key.cost().orElse(UNUSED_KEY) + certificate.size() / HASHED;
            if (signaturesLeft < 0) {
                throw new BudgetSpent(Message.of("reason.search-signatures", "too many signatures to verify"));
            }
            return signatures.signed(key, certificate);
        }

        /** Finds the signer of every certificate that can be reached from the leaf. */
        private void explore() throws BudgetSpent {
            Set<Authority> reached = new HashSet<>();
            Deque<Certificate> open = new ArrayDeque<>(List.of(leaf));
            while (!open.isEmpty()) {
                Certificate child = open.remove();
                Optional<Rejection> contradiction = Signatures.contradiction(child);
                if (contradiction.isPresent()) {
                    contradictions.put(child, contradiction.get());
                }
                if (isRoot(child)) {
                    roots.add(child);
                }
                Optional<Authority> signer = roots.contains(child) ? Optional.empty() : signerOf(child);
                signers.put(child, signer);
                if (signer.isPresent() && reached.add(signer.get())) {
                    open.addAll(parents(child));
                }
            }
        }

        /** All certificates of the CA that signed this one. */
        private List<Certificate> parents(Certificate child) {
            Optional<Authority> signer = signers.get(child);
            return signer.isPresent() ? candidates.of(signer.get()) : List.of();
        }

        private boolean isRoot(Certificate certificate) throws BudgetSpent {
            return !certificate.equals(leaf) && certificate.isSelfIssued() && signed(certificate.key(), certificate);
        }

        private Optional<Authority> signerOf(Certificate child) throws BudgetSpent {
            for (Set<Authority> some : List.of(candidates.identifiedBy(child), candidates.named(child.issuer()))) {
                for (Authority candidate : some) {
                    if (signed(candidate.key(), child)) {
                        return Optional.of(candidate);
                    }
                }
            }
            return Optional.empty();
        }

        /** Counts the certificates between each authority and the nearest root. */
        private void measure() {
            Map<Authority, List<Authority>> below = new HashMap<>();
            Deque<Authority> open = new ArrayDeque<>();
            for (Map.Entry<Certificate, Optional<Authority>> entry : signers.entrySet()) {
                Certificate certificate = entry.getKey();
                if (roots.contains(certificate) && distances.putIfAbsent(Authority.of(certificate), 0) == null) {
                    open.add(Authority.of(certificate));
                }
                Optional<Authority> signer = entry.getValue();
                if (signer.isPresent() && !certificate.equals(leaf)) {
                    below.computeIfAbsent(signer.get(), s -> new ArrayList<>()).add(Authority.of(certificate));
                }
            }
            while (!open.isEmpty()) {
                Authority signer = open.remove();
                for (Authority signed : below.getOrDefault(signer, List.of())) {
                    if (distances.putIfAbsent(signed, distances.get(signer) + 1) == null) {
                        open.add(signed);
                    }
                }
            }
        }

        /** The least number of certificates from this one to a root; empty if none leads to a root. */
        private OptionalInt distance(Certificate certificate) {
            if (roots.contains(certificate)) {
                return OptionalInt.of(0);
            }
            Optional<Authority> signer = signers.get(certificate);
            Integer above = signer.isPresent() ? distances.get(signer.get()) : null;
            return above == null ? OptionalInt.empty() : OptionalInt.of(above + 1);
        }

        private Optional<Chain> shortest(int distance, Predicate<List<Certificate>> wanted) throws BudgetSpent {
            longer = true;
            for (int length = distance; longer; length++) {
                longer = false;
                Deque<Certificate> path = new ArrayDeque<>(List.of(leaf));
                Optional<Chain> good = extend(path, length, wanted);
                if (good.isPresent()) {
                    return good;
                }
            }
            return Optional.empty();
        }

        /** Tries every path with exactly this number of further certificates. */
        private Optional<Chain> extend(Deque<Certificate> path, int further, Predicate<List<Certificate>> wanted)
                throws BudgetSpent {
            Certificate last = path.getLast();
            if (roots.contains(last)) {
                return further == 0 ? below(last, List.copyOf(path)) : Optional.empty();
            }
            for (Certificate parent : parents(last)) {
                if (!hopeless.isEmpty() && hopeless.contains(List.copyOf(path))) {
                    return Optional.empty();
                }
                stepsLeft -= path.size();
                if (stepsLeft < 0) {
                    throw new BudgetSpent(Message.of("reason.search-paths", "there are too many paths"));
                }
                OptionalInt toRoot = distance(parent);
                if (toRoot.isEmpty() || path.contains(parent)) {
                    continue;
                }
                if (toRoot.getAsInt() >= further) {
                    longer = true;
                } else {
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

        /**
         * If a root requires nothing and the path is rejected, the reason is below the root. Any other CA above would
         * then also be rejected, because each certificate above only adds requirements (RFC 5280, section 6.1.4). There
         * can be hundreds of paths to a cross-signed CA.
         */
        private Optional<Chain> below(Certificate root, List<Certificate> path) throws BudgetSpent {
            for (int i = 0; i < path.size() && !contradictions.isEmpty(); i++) {
                Rejection contradiction = contradictions.get(path.get(i));
                if (contradiction != null) {
                    rejected.putIfAbsent(path, new Chain.Invalid(path, contradiction));
                    hopeless.add(path.subList(0, i + 1));
                    return Optional.empty();
                }
            }
            Optional<Chain> good = validated(path);
            if (good.isEmpty() && isOfWhatIsBelow(root, rejected.get(path).rejection()) && Demands.none(root)) {
                hopeless.add(path.subList(0, path.size() - 1));
            }
            return good;
        }

        /** Not if only a library knows the reason: it may accept another certificate of the root. */
        private static boolean isOfWhatIsBelow(Certificate root, Rejection rejection) {
            return !rejection.culprit().equals(root)
                    && rejection.fault() != Fault.MALFORMED
                    && rejection.fault() != Fault.OTHER;
        }

        private Optional<Chain> validated(List<Certificate> path) throws BudgetSpent {
            if (rejected.containsKey(path)) {
                return Optional.empty();
            }
            CaPath above = CaPath.of(path.subList(1, path.size()));
            effortLeft -= above.effort().below(leaf).total();
            if (effortLeft < 0) {
                throw new BudgetSpent(
                        rejected.isEmpty()
                                ? Message.of("reason.search-names", "too many names or policies to compare")
                                : Message.of(
                                        "reason.search-rejected",
                                        "none of {number} paths is valid, and there are more",
                                        "number",
                                        Integer.toString(rejected.size())));
            }
            Optional<Rejection> rejection = PathValidator.rejection(leaf, above);
            if (rejection.isEmpty()) {
                return Optional.of(new Chain.Good(path));
            }
            rejected.put(path, new Chain.Invalid(path, rejection.get()));
            return Optional.empty();
        }

        private Chain deadEnd() {
            List<Certificate> ends = signers.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .sorted(Comparator.comparing(
                            end -> !candidates.named(end.issuer()).isEmpty()))
                    .toList();
            if (ends.isEmpty()) {
                return new Chain.IssuerMissing(leaf); // a loop without a root
            }
            Certificate end = ends.get(0);
            List<Certificate> others = new ArrayList<>(candidates.certificatesOf(end.issuer()));
            if (end.equals(leaf)
                    && leaf.isSelfIssued()
                    && signatures.flaw(leaf.key()).isPresent()) {
                others.add(leaf); // it may have signed itself
            }
            if (end.isSelfIssued() || !others.isEmpty()) {
                if (contradictions.containsKey(end)) {
                    return new Chain.Invalid(List.of(), contradictions.get(end));
                }
                if (!Verifier.knowsAlgorithmOf(end)) {
                    return new Chain.UnknownAlgorithm(end);
                }
            }
            return others.isEmpty() ? new Chain.IssuerMissing(end) : new Chain.WrongKey(end, others);
        }
    }
}
