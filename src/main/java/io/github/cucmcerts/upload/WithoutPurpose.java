package io.github.cucmcerts.upload;

import static io.github.cucmcerts.upload.Assignment.As.CSR;
import static io.github.cucmcerts.upload.Assignment.As.LEAF;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Assigns CSRs and leaves without purpose: first by public key, then what remains in a folder. */
final class WithoutPurpose {
    private WithoutPurpose() {}

    /**
     * @param leaves the leaves that are already assigned
     */
    static List<Assignment> of(Filing filing, List<Assignment> leaves) {
        List<Filed<Csr>> csrs = withoutPurpose(filing.serversCsrs());
        List<Filed<Certificate>> certificates = withoutPurpose(filing.serversLeaves());
        if (csrs.isEmpty() && certificates.isEmpty()) {
            return List.of();
        }
        Set<Filed<?>> assigned = leaves.stream().map(Assignment::filed).collect(Collectors.toSet());
        Set<SubjectPublicKey> asked =
                csrs.stream().map(csr -> csr.object().key()).collect(Collectors.toSet());
        List<Filed<Certificate>> others = certificates.stream()
                .filter(leaf -> !assigned.contains(leaf))
                .filter(leaf ->
                        !leaf.place().ca() || asked.contains(leaf.object().key()))
                .toList();
        Map<SubjectPublicKey, Filed<?>> namesakes = namesakes(csrs, others);
        Map<SlotKey, SubjectPublicKey> taken = new HashMap<>();
        List<Assignment> all = new ArrayList<>();
        for (Filed<Csr> csr : csrs) {
            all.add(new Assignment(slot(namesakes.get(csr.object().key()), taken), csr, CSR));
        }
        for (Filed<Certificate> leaf : others) {
            all.add(new Assignment(slot(namesakes.get(leaf.object().key()), taken), leaf, LEAF));
        }
        return all;
    }

    private static <T extends NamedKey> List<Filed<T>> withoutPurpose(List<Filed<T>> all) {
        List<Filed<T>> found = new ArrayList<>();
        for (Filed<T> filed : all) {
            if (filed.purpose() == Purpose.UNKNOWN) {
                found.add(filed);
            }
        }
        return found;
    }

    /**
     * The file after which a key's slot is named: the key's CSR, otherwise the only open CSR next to it, otherwise its
     * own file.
     */
    private static Map<SubjectPublicKey, Filed<?>> namesakes(List<Filed<Csr>> csrs, List<Filed<Certificate>> leaves) {
        Map<SubjectPublicKey, Filed<?>> namesakes = new HashMap<>();
        for (Filed<Csr> csr : csrs) {
            namesakes.putIfAbsent(csr.object().key(), csr);
        }
        Map<List<String>, List<Filed<Certificate>>> strays = leaves.stream()
                .filter(leaf -> !namesakes.containsKey(leaf.object().key()))
                .collect(Collectors.groupingBy(leaf -> leaf.place().folders()));
        Set<SubjectPublicKey> answered =
                leaves.stream().map(leaf -> leaf.object().key()).collect(Collectors.toSet());
        Map<List<String>, List<Filed<Csr>>> open = csrs.stream()
                .filter(csr -> !answered.contains(csr.object().key()))
                .collect(Collectors.groupingBy(csr -> csr.place().folders()));
        strays.forEach((folder, there) -> {
            List<Filed<Csr>> asking = open.getOrDefault(folder, List.of());
            if (there.size() == 1 && asking.size() == 1) {
                namesakes.put(there.get(0).object().key(), asking.get(0));
            }
            there.forEach(leaf -> namesakes.putIfAbsent(leaf.object().key(), leaf));
        });
        return namesakes;
    }

    /**
     * The slot named after a file. If several files have the same name, each key gets its own slot.
     *
     * @param taken the slots so far, with the key of the file after which each is named
     */
    private static SlotKey slot(Filed<?> namesake, Map<SlotKey, SubjectPublicKey> taken) {
        SubjectPublicKey key = namesake.object().key();
        String file = namesake.object().origin().fileName();
        int dot = file.lastIndexOf('.');
        String name = Purpose.UNKNOWN.label() + "/" + (dot > 0 ? file.substring(0, dot) : file);
        List<String> node = namesake.place().server();
        SlotKey slot = new SlotKey(node, Purpose.UNKNOWN, name);
        SubjectPublicKey first = taken.putIfAbsent(slot, key);
        return first == null || first.equals(key)
                ? slot
                : new SlotKey(node, Purpose.UNKNOWN, name + "-" + key.sha256().substring(0, 8));
    }
}
