package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What lies at one node and purpose, before it is known what belongs together. */
final class Slot {
    final String id;
    final List<String> node;
    final Purpose purpose;
    final Set<Csr> csrs = new LinkedHashSet<>();
    final Set<Certificate> leafLike = new LinkedHashSet<>();
    /** What may answer a CSR: also a CA certificate, if it has its key. */
    final Set<Certificate> candidates = new LinkedHashSet<>();
    /** All CSRs and certificates in its folders, copies too. */
    final List<NamedKey> own = new ArrayList<>();

    final Set<List<String>> folders = new LinkedHashSet<>();
    private Optional<NamedKey> request = Optional.empty();

    Slot(String id, Filed<?> first) {
        this.id = id;
        node = first.place().node();
        purpose = first.purpose();
    }

    boolean isMultiServer(Cluster cluster) {
        return Distribution.isMultiServer(purpose, request(), cluster);
    }

    /** The CSR that the newest certificate answers, else any CSR, else a leaf: what tells the nodes. */
    Optional<NamedKey> request() {
        if (request.isEmpty()) {
            request = pairs().min(Pair.NEWEST_FIRST)
                    .<NamedKey>map(Pair::csr)
                    .or(() -> csrs.stream().findFirst())
                    .or(() -> leafLike.stream().min(Comparator.comparing(NamedKey::sha256)));
        }
        return request;
    }

    /** Its CSRs with the certificates that answer them. */
    Stream<Pair> pairs() {
        return csrs.stream()
                .flatMap(csr -> candidates.stream()
                        .filter(certificate -> certificate.key().equals(csr.key()))
                        .map(certificate -> new Pair(csr, certificate)));
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
                        .flatMap(entry -> entry.host().stream())
                        .map(NodeName::new)
                        .toList();
    }
}
