package io.github.cucmcerts.upload;

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
 * @param sets those to check, by id
 * @param leftOut those that are not to be checked, by id
 * @param leftOver what belongs to none of them
 * @param held what {@code deployed/} tells of the purposes to check
 * @param csrsByKey every CSR of the directory by its public key, with the set that it belongs to
 * @param failure why there is none of all this: the grouping broke down
 */
public record Uploads(
        List<UploadSet> sets,
        List<UploadSet> leftOut,
        LeftOver leftOver,
        Held held,
        Map<SubjectPublicKey, OwnedCsr> csrsByKey,
        Optional<String> failure) {
    /** A CSR and the id of the set that it belongs to. */
    public record OwnedCsr(Csr csr, String set) {}

    /**
     * What belongs to no set.
     *
     * @param withoutPurpose the files whose object belongs to no purpose
     * @param overlooked certificates that belong to no set, though they answer a CSR, or are neither a CA's nor anybody's issuer
     * @param identities deployed identity certificates of nodes that no set is of
     */
    public record LeftOver(Set<String> withoutPurpose, List<Certificate> overlooked, List<Certificate> identities) {}

    /**
     * The certificates that servers hold today, each with its place.
     *
     * @param identities those that servers identify themselves with
     * @param trusted all others: those of trust stores
     */
    public record Held(List<Filed<Certificate>> identities, List<Filed<Certificate>> trusted) {}

    /** Those of a grouping that broke down. */
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

    public Optional<OwnedCsr> csrOf(SubjectPublicKey key) {
        return Optional.ofNullable(csrsByKey.get(key));
    }
}
