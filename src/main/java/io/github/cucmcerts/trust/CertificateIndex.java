package io.github.cucmcerts.trust;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds all certificates with a subject, and all certificates in a file. */
record CertificateIndex(Map<Name, List<Certificate>> bySubject, Map<String, List<Certificate>> byFile) {
    static CertificateIndex of(Inventory inventory) {
        Map<Name, List<Certificate>> bySubject = new HashMap<>();
        Map<String, List<Certificate>> byFile = new HashMap<>();
        for (Certificate certificate : inventory.objects(Certificate.class).toList()) {
            put(bySubject, certificate.subject(), certificate);
            put(byFile, certificate.origin().file(), certificate);
        }
        return new CertificateIndex(bySubject, byFile);
    }

    private static <K> void put(Map<K, List<Certificate>> map, K key, Certificate certificate) {
        map.computeIfAbsent(key, same -> new ArrayList<>(1)).add(certificate);
    }
}
