package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What lies at one node and purpose, before it is known what belongs together. */
public final class Slot {
    final String id;
    public final List<String> node;
    public final Purpose purpose;
    final Set<Csr> csrs = new LinkedHashSet<>();
    final Set<Certificate> leafLike = new LinkedHashSet<>();
    /** What may answer a CSR: also a CA certificate, if it has its key. */
    final Set<Certificate> candidates = new LinkedHashSet<>();
    /** All CSRs and certificates in its folders, copies too. */
    final List<NamedKey> own = new ArrayList<>();

    public final Set<List<String>> folders = new LinkedHashSet<>();
    /** The folders of deliveries that its leaf came from. */
    public final Set<List<String>> deliveries = new LinkedHashSet<>();

    Slot(List<String> node, Purpose purpose, String name) {
        this.node = node;
        this.purpose = purpose;
        id = id(node, name);
    }

    static String id(List<String> node, String name) {
        return node.isEmpty() ? name : String.join("/", node) + "/" + name;
    }

    /** The CSR that the newest certificate answers, else any CSR, else a leaf: what tells the nodes. */
    Optional<NamedKey> request() {
        return pairs().min(Pair.NEWEST_FIRST)
                .<NamedKey>map(Pair::csr)
                .or(() -> csrs.stream().findFirst())
                .or(() -> leafLike.stream().min(Comparator.comparing(NamedKey::sha256)));
    }

    /** Its CSRs with the certificates that answer them. */
    Stream<Pair> pairs() {
        return csrs.stream()
                .flatMap(csr -> candidates.stream()
                        .filter(certificate -> certificate.key().equals(csr.key()))
                        .map(certificate -> new Pair(csr, certificate)));
    }

    /** The certificates in its folders, copies too. */
    Stream<Certificate> certificates() {
        return own.stream().filter(Certificate.class::isInstance).map(Certificate.class::cast);
    }
}
