package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the nodes serve.
 *
 * @param bySet by the id of the upload set, in the order of nodes and ports
 * @param notChecked the ids of the sets that were not checked, because they are blocked or replaced
 * @param restarts the restarts in the runbook after which the services of a purpose use an uploaded certificate
 * @param at the time of the check
 */
public record PortChecks(
        Map<String, List<PortCheck>> bySet, Set<String> notChecked, Map<Purpose, Message> restarts, Instant at) {
    /** For goals that do not connect to nodes. */
    public static final PortChecks NONE = new PortChecks(Map.of(), Set.of(), Map.of(), Instant.EPOCH);

    public List<PortCheck> of(String set) {
        return bySet.getOrDefault(set, List.of());
    }

    /** The restarts for the purpose; empty if none is documented. */
    public Optional<Message> restart(Purpose purpose) {
        return Optional.ofNullable(restarts.get(purpose));
    }

    public Stream<PortCheck> all() {
        return bySet.values().stream().flatMap(List::stream);
    }

    public long count(PortCheck.Kind kind) {
        return all().filter(portCheck -> portCheck.kind() == kind).count();
    }

    /** Whether a node showed a certificate, so that something was verified. */
    public boolean isAnyServed() {
        return all().anyMatch(portCheck -> portCheck.result() instanceof ProbeResult.Served);
    }
}
