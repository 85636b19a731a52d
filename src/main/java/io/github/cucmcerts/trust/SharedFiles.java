package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the files of CA certificates that many sets share. It does this once for each store, because there may be
 * thousands of sets and files.
 */
final class SharedFiles {
    private SharedFiles() {}

    static Map<TrustStore.Id, List<CertificateFile>> of(
            Collection<SetFacts> sets, SetIndex setIndex, CertificateIndex certificateIndex) {
        Map<TrustStore.Id, List<CertificateFile>> byStore = new HashMap<>();
        for (SetFacts set : sets) {
            for (TrustStore store : set.stores()) {
                byStore.computeIfAbsent(store.id(), id -> files(store, setIndex, certificateIndex));
            }
        }
        return byStore;
    }

    private static List<CertificateFile> files(TrustStore store, SetIndex setIndex, CertificateIndex certificateIndex) {
        Set<String> paths = new TreeSet<>();
        for (Certificate certificate : store.offered()) {
            paths.add(certificate.origin().file());
        }
        List<CertificateFile> files = new ArrayList<>();
        for (String path : paths) {
            if (!setIndex.byFile().containsKey(path)) {
                files.add(new CertificateFile(path, certificateIndex.byFile().get(path)));
            }
        }
        return List.copyOf(files);
    }
}
