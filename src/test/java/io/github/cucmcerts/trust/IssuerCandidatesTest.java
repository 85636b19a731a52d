package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.IssuerCandidates.Authority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerCandidatesTest {
    private static final Cert ROOT = Cert.root("Root");
    private static final Cert REKEYED = Cert.root("Root", with -> with.key(Keys.rsa("other")));

    @TempDir
    private Path directory;

    @Test
    void theKeyIdentifierIdentifiesTheCa() throws IOException {
        List<Certificate> read = read(
                ROOT,
                REKEYED,
                REKEYED.sign(Csr.of("a")),
                REKEYED.sign(Csr.of("b"), with -> with.without(Extension.authorityKeyIdentifier)));
        IssuerCandidates candidates = IssuerCandidates.of(read.subList(0, 2));
        assertThat(candidates.identifiedBy(read.get(2))).containsExactly(Authority.of(read.get(1)));
        assertThat(candidates.identifiedBy(read.get(3))).isEmpty();
        assertThat(candidates.named(read.get(3).issuer())).hasSize(2);
        assertThat(candidates.issuer(read.get(3), new Signatures())).contains(read.get(1));
    }

    @Test
    void aLeafIsNotItsOwnCandidate() throws IOException {
        List<Certificate> read = read(ROOT, ROOT.sign(Csr.of("a")));
        IssuerCandidates candidates = IssuerCandidates.of(read);
        assertThat(candidates.without(read.get(1)).all()).containsExactly(read.get(0));
        IssuerCandidates root = IssuerCandidates.of(read.subList(0, 1));
        assertThat(root.without(read.get(1))).isSameAs(root);
    }

    private List<Certificate> read(Cert... certs) throws IOException {
        List<Certificate> read = new ArrayList<>();
        for (Cert cert : certs) {
            Path file = directory.resolve(read.size() + ".der");
            Tree.in(directory).file(file.getFileName().toString(), cert);
            read.add(DirectoryScan.read(directory, List.of(file))
                    .objects(Certificate.class)
                    .findFirst()
                    .orElseThrow());
        }
        return read;
    }
}
