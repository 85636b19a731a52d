package io.github.cucmcerts.trust;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds upload sets by what they have.
 *
 * @param byKey the single-server sets to check, by the key of their CSR
 * @param byKeyAndLabel the same by key and the first label of the node's name
 * @param multiServer the multi-server sets to check, by purpose
 * @param byFile all sets, by each file with certificates in their own folders
 */
record SetIndex(
        Map<SubjectPublicKey, List<UploadSet>> byKey,
        Map<List<Object>, List<UploadSet>> byKeyAndLabel,
        Map<Purpose, List<UploadSet>> multiServer,
        Map<String, List<UploadSet>> byFile) {

    static SetIndex of(Uploads uploads) {
        Map<SubjectPublicKey, List<UploadSet>> byKey = new HashMap<>();
        Map<List<Object>, List<UploadSet>> byKeyAndLabel = new HashMap<>();
        Map<Purpose, List<UploadSet>> multiServer = new EnumMap<>(Purpose.class);
        Map<String, List<UploadSet>> byFile = new HashMap<>();
        for (UploadSet set : uploads.sets()) {
            if (set.multiServer()) {
                put(multiServer, set.purpose(), set);
            } else if (set.csr().isPresent()) {
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
        return new SetIndex(byKey, byKeyAndLabel, multiServer, byFile);
    }

    private static <K> void put(Map<K, List<UploadSet>> map, K key, UploadSet set) {
        map.computeIfAbsent(key, same -> new ArrayList<>(1)).add(set);
    }
}
