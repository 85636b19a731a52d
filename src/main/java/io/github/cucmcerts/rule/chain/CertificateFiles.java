package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.trust.CertificateFile;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.TrustStore;
import io.github.cucmcerts.upload.UploadSet;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files in a set's own folder, and the files in shared folders that offer CA certificates for its trust stores. */
final class CertificateFiles {
    private CertificateFiles() {}

    /** The wanted files, ordered by path. */
    static Collection<CertificateFile> of(UploadSet set, Facts facts, Predicate<CertificateFile> wanted) {
        TreeMap<String, CertificateFile> files = new TreeMap<>();
        for (Certificate certificate : set.slot().certificates().toList()) {
            String path = certificate.origin().file();
            CertificateFile own = new CertificateFile(path, facts.certificatesIn(path));
            if (!isOthers(own, set, facts) && wanted.test(own)) {
                files.put(path, own);
            }
        }
        for (TrustStore store : facts.stores(set)) {
            for (CertificateFile shared : facts.sharedFiles(store)) {
                if (wanted.test(shared)) {
                    files.put(shared.path(), shared);
                }
            }
        }
        return files.values();
    }

    /** Whether a CA sent the file for another set: in a flat directory, each set has the CA certificates of all sets. */
    private static boolean isOthers(CertificateFile file, UploadSet set, Facts facts) {
        boolean hasLeaf = false;
        for (Certificate certificate : file.certificates()) {
            if (set.leaf().isPresent() && set.leaf().get().equals(certificate)) {
                return false;
            }
            hasLeaf |= facts.isLeaf(certificate);
        }
        return hasLeaf;
    }
}
