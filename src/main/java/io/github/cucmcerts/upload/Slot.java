package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What lies at one node and purpose, before it is known what belongs together. Each object once. */
final class Slot {
    final String id;
    final List<String> node;
    final Purpose purpose;
    final Set<Csr> csrs = new LinkedHashSet<>();
    final Set<Certificate> leafLike = new LinkedHashSet<>();
    final Set<Certificate> own = new LinkedHashSet<>();
    final Set<List<String>> folders = new LinkedHashSet<>();

    Slot(String id, Filed<?> first) {
        this.id = id;
        node = first.place().node();
        purpose = first.purpose();
    }

    boolean isMultiServer(Cluster cluster) {
        return Distribution.isMultiServer(request(), cluster);
    }

    Optional<NamedKey> request() {
        return Stream.<NamedKey>concat(csrs.stream(), leafLike.stream()).findFirst();
    }

    /** The nodes that a multi-server set serves: the configured ones, else those that its SAN names. */
    List<NodeName> served(Cluster cluster) {
        if (!isMultiServer(cluster)) {
            return List.of();
        }
        List<NodeName> configured = cluster.nodes(purpose);
        return !configured.isEmpty()
                ? configured
                : request().stream()
                        .flatMap(object -> object.extensions().san().stream())
                        .map(entry -> new NodeName(entry.value()))
                        .toList();
    }
}
