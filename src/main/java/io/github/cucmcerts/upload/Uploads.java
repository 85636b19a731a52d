package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The upload sets of a directory.
 *
 * @param sets the sets to check, by id
 * @param leftOut the sets that are not checked, by id
 * @param leftOver the objects that belong to no set
 * @param held what {@code deployed/} says about the purposes to check
 * @param csrsByKey every CSR of the directory by its public key, with its set
 * @param failure why the grouping failed; then everything else is empty
 */
public record Uploads(
        List<UploadSet> sets,
        List<UploadSet> leftOut,
        LeftOver leftOver,
        Held held,
        Map<SubjectPublicKey, OwnedCsr> csrsByKey,
        Optional<String> failure) {
    /** A CSR and the id of its set. */
    public record OwnedCsr(Csr csr, String set) {}

    /**
     * The objects that belong to no set.
     *
     * @param withoutPurpose the files whose object has no purpose
     * @param overlooked certificates that belong to no set, although they match a CSR, or are neither a CA's nor the
     *     issuer of another certificate
     * @param identities deployed identity certificates whose nodes have no set
     */
    public record LeftOver(Set<String> withoutPurpose, List<Certificate> overlooked, List<Certificate> identities) {}

    /**
     * The certificates that nodes hold today, each with its place.
     *
     * @param identities the certificates with which nodes identify themselves
     * @param trusted all others: the content of trust stores
     */
    public record Held(List<Filed<Certificate>> identities, List<Filed<Certificate>> trusted) {}

    /** The result of a grouping that failed. */
    static Uploads failed(String failure) {
        return new Uploads(
                List.of(),
                List.of(),
                new LeftOver(Set.of(), List.of(), List.of()),
                new Held(List.of(), List.of()),
                Map.of(),
                Optional.of(failure));
    }

    /** Every set of the directory. */
    public List<UploadSet> all() {
        return Stream.concat(sets.stream(), leftOut.stream()).toList();
    }

    /** The certificate as one that this node had for the set's purpose before the leaf: deployed there, or of an older pair. */
    public Optional<Certificate> former(UploadSet set, NodeName node, Certificate certificate) {
        Stream<Certificate> deployed = Stream.concat(held.identities().stream(), held.trusted().stream())
                .filter(filed -> filed.purpose() == set.purpose()
                        && !filed.place().trusted()
                        && (filed.place().node().isEmpty()
                                || Place.startsWith(
                                        set.slot().node(), filed.place().node())
                                || Nodes.areOfOne(filed.place().node(), List.of(node)))
                        && set.deployed().identities().contains(filed.object()))
                .map(Filed::object);
        return Stream.concat(deployed, set.match().history().stream().map(Pair::leaf))
                .filter(former -> former.equals(certificate)
                        && set.leaf().filter(former::equals).isEmpty())
                .findFirst();
    }

    public Optional<OwnedCsr> csrOf(SubjectPublicKey key) {
        return Optional.ofNullable(csrsByKey.get(key));
    }
}
