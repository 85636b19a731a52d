package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.upload.UploadSet;
import java.util.List;
import java.util.stream.Stream;

/** The files in a set's own folder, and those of the shared folders whose CA certificates are offered to its stores. */
final class CertificateFiles {
    /** A file's path and all certificates in it. */
    record CertificateFile(String path, List<Certificate> certificates) {}

    private CertificateFiles() {}

    static Stream<CertificateFile> of(UploadSet set, Context context) {
        Stream<String> shared = set.stores().stream()
                .flatMap(store -> store.offered().stream())
                .map(certificate -> certificate.origin().file())
                .filter(path -> context.holders(path).isEmpty());
        return Stream.concat(set.ownCertificates().map(own -> own.origin().file()), shared)
                .distinct()
                .sorted()
                .map(path -> new CertificateFile(path, context.certificatesIn(path)));
    }
}
