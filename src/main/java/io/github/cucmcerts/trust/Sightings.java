package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What nodes serve.
 *
 * @param bySet by the id of the upload set, in the order of nodes and ports
 * @param notLookedAt the ids of the sets that are blocked, so that nobody uploaded them
 * @param restarts what makes the services of a purpose use a new certificate, as the runbook has it
 * @param at when the nodes were looked at
 */
public record Sightings(
        Map<String, List<Sighting>> bySet, Set<String> notLookedAt, Map<Purpose, List<String>> restarts, Instant at) {
    /** Those of a goal that does not look at nodes. */
    public static final Sightings NONE = new Sightings(Map.of(), Set.of(), Map.of(), Instant.EPOCH);

    public List<Sighting> of(String set) {
        return bySet.getOrDefault(set, List.of());
    }

    public Stream<Sighting> all() {
        return bySet.values().stream().flatMap(List::stream);
    }

    /** How many are of that kind. */
    public long count(Sighting.Kind kind) {
        return all().filter(sighting -> sighting.kind() == kind).count();
    }
}
