package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds upload sets by their content.
 *
 * @param byKey the single-server sets to check, by the key of their CSR
 * @param byKeyAndLabel the same sets by key and the first label of the node's name
 * @param multiServer the multi-server sets to check, by purpose and the label of each node that they serve
 * @param singleServer the single-server sets to check, by purpose and the label of their node
 * @param byFile all sets, by each file with certificates in their own folders
 * @param leaves the leaves of all sets
 */
record SetIndex(
        Map<SubjectPublicKey, List<UploadSet>> byKey,
        Map<List<Object>, List<UploadSet>> byKeyAndLabel,
        Map<List<Object>, List<UploadSet>> multiServer,
        Map<List<Object>, List<UploadSet>> singleServer,
        Map<String, List<UploadSet>> byFile,
        Set<Certificate> leaves) {

    static SetIndex of(Uploads uploads) {
        Map<SubjectPublicKey, List<UploadSet>> byKey = new HashMap<>();
        Map<List<Object>, List<UploadSet>> byKeyAndLabel = new HashMap<>();
        Map<List<Object>, List<UploadSet>> multiServer = new HashMap<>();
        Map<List<Object>, List<UploadSet>> singleServer = new HashMap<>();
        Map<String, List<UploadSet>> byFile = new HashMap<>();
        for (UploadSet set : uploads.sets()) {
            if (set.multiServer()) {
                set.served().stream()
                        .map(NodeName::label)
                        .distinct()
                        .forEach(label -> put(multiServer, List.of(set.purpose(), label), set));
                continue;
            }
            put(singleServer, List.of(set.purpose(), set.ownNode().label()), set);
            if (set.csr().isPresent()) {
                SubjectPublicKey key = set.csr().get().key();
                put(byKey, key, set);
                put(byKeyAndLabel, List.of(key, set.nodeName().label()), set);
            }
        }
        for (UploadSet set : uploads.all()) {
            Set<String> files = new LinkedHashSet<>();
            set.slot()
                    .certificates()
                    .forEach(certificate -> files.add(certificate.origin().file()));
            files.forEach(file -> put(byFile, file, set));
        }
        Set<Certificate> leaves = new HashSet<>();
        uploads.all().forEach(set -> set.leaf().ifPresent(leaves::add));
        return new SetIndex(byKey, byKeyAndLabel, multiServer, singleServer, byFile, leaves);
    }

    private static <K> void put(Map<K, List<UploadSet>> map, K key, UploadSet set) {
        map.computeIfAbsent(key, same -> new ArrayList<>(1)).add(set);
    }
}
