package io.github.cucmcerts.trust;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return store.offered().stream()
                .map(certificate -> certificate.origin().file())
                .filter(path -> !setIndex.byFile().containsKey(path))
                .distinct()
                .sorted()
                .map(path -> new CertificateFile(path, certificateIndex.byFile().get(path)))
                .toList();
    }
}
