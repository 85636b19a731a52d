package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.upload.Filing.Filed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code deployed/} says that the servers hold today, outside of trust stores. */
final class Deployed {
    private final Filing filing;
    private final Nodes nodes;
    private final List<Filed<Certificate>> certificates;
    private final Map<Address, List<Filed<Certificate>>> certificatesAt;
    private final Map<Address, List<Filed<Csr>>> csrsAt;
    /** How many certificates lie at a place, by purpose. */
    private final Map<List<Object>, Long> together;

    /** A purpose, and what nodes that are the same have in common: where to look for what belongs together. */
    private record Address(Purpose purpose, String label) {
        static Address of(Filed<?> filed) {
            return new Address(filed.purpose(), Nodes.label(filed.place().node()));
        }
    }

    Deployed(Filing filing, Nodes nodes) {
        this.filing = filing;
        this.nodes = nodes;
        certificates = identifying(filing.certificates);
        certificatesAt = certificates.stream().collect(Collectors.groupingBy(Address::of));
        csrsAt = identifying(filing.csrs).stream().collect(Collectors.groupingBy(Address::of));
        together = certificates.stream().collect(Collectors.groupingBy(Deployed::spot, Collectors.counting()));
    }

    private static Stream<Address> addresses(Target target) {
        return Stream.concat(
                        Stream.of(Nodes.label(target.slot().node)),
                        target.served().stream().map(NodeName::label))
                .distinct()
                .map(label -> new Address(target.slot().purpose, label));
    }

    private static <T extends NamedKey> List<Filed<T>> identifying(List<Filed<T>> all) {
        return all.stream()
                .filter(filed -> filed.place().deployed() && !filed.place().trusted())
                .toList();
    }

    private static List<Object> spot(Filed<?> filed) {
        return List.of(filed.purpose(), filed.place());
    }

    /** Every identity certificate, by purpose. */
    Stream<Filed<Certificate>> identities() {
        return certificates.stream().filter(this::isIdentity).sorted(Comparator.comparing(Filed::purpose));
    }

    /** The identity certificates of the servers. */
    Set<Certificate> identities(Target target) {
        return certificatesOf(target)
                .filter(filed -> target.slot().candidates.contains(filed.object()) || isIdentity(filed))
                .map(Filed::object)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A certificate that lies alone where it lies is the identity, whatever it says of itself. */
    private boolean isIdentity(Filed<Certificate> filed) {
        return filing.looksLikeLeaf(filed) || together.get(spot(filed)) == 1;
    }

    /** The CSRs that the servers hold; of several that serve, the names of files do not decide. */
    List<Csr> csrs(Target target) {
        return of(target, csrsAt)
                .map(Filed::object)
                .sorted(Comparator.comparing(Csr::sha256))
                .toList();
    }

    /** Whether each server that has an identity has this one. */
    boolean serve(Target target, Certificate leaf) {
        Map<String, List<Certificate>> byNode = certificatesOf(target)
                .collect(Collectors.groupingBy(
                        filed -> String.join("/", filed.place().node()).toLowerCase(Locale.ROOT),
                        Collectors.mapping(Filed::object, Collectors.toList())));
        return !byNode.isEmpty() && byNode.values().stream().allMatch(there -> there.contains(leaf));
    }

    /** Those of the identities that are of these servers, by path. */
    private Stream<Filed<Certificate>> certificatesOf(Target target) {
        return of(target, certificatesAt).sorted(Filing.BY_PATH);
    }

    /** The targets that each identity certificate is of, in order. */
    Map<Filed<Certificate>, List<Target>> owners(List<Target> all) {
        Map<Address, List<Target>> at = new HashMap<>();
        for (Target target : all) {
            addresses(target)
                    .forEach(address ->
                            at.computeIfAbsent(address, a -> new ArrayList<>()).add(target));
        }
        Map<Filed<Certificate>, List<Target>> owners = new HashMap<>();
        identities()
                .forEach(filed -> owners.put(
                        filed,
                        at.getOrDefault(Address.of(filed), List.of()).stream()
                                .filter(target -> isOf(target, filed))
                                .toList()));
        return owners;
    }

    private <T extends NamedKey> Stream<Filed<T>> of(Target target, Map<Address, List<Filed<T>>> all) {
        return addresses(target)
                .flatMap(address -> all.getOrDefault(address, List.of()).stream())
                .filter(filed -> filed.place().scopeIsAboveAny(target.slot().folders) && isOf(target, filed));
    }

    /** Whether it is of the slot's node or of one that it serves. */
    private boolean isOf(Target target, Filed<?> filed) {
        List<String> node = filed.place().node();
        return nodes.same(target.slot().node, node) || target.serves(node);
    }
}
