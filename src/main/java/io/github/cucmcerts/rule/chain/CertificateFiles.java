package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.stream.Stream;

/** The files in a set's own folder, and those of the shared folders whose CA certificates are offered to its stores. */
final class CertificateFiles {
    /** A file's path and all certificates in it. */
    record CertificateFile(String path, List<Certificate> certificates) {}

    private CertificateFiles() {}

    static Stream<CertificateFile> of(UploadSet set, Facts facts) {
        Stream<String> shared = facts.stores(set).stream()
                .flatMap(store -> store.offered().stream())
                .map(certificate -> certificate.origin().file())
                .filter(path -> facts.holders(path).isEmpty());
        return Stream.concat(set.slot().certificates().map(own -> own.origin().file()), shared)
                .distinct()
                .sorted()
                .map(path -> new CertificateFile(path, facts.certificatesIn(path)));
    }
}
