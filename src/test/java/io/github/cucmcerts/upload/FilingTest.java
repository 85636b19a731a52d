package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingTest {
    private static final GoodSet GOOD = GoodSet.of("pub.example.com");
    /** Its extensions do not say that it is a CA, but it signs. */
    private static final Cert PLAIN = Cert.root("Plain CA", with -> with.notCa());

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = Tree.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pub/tomcat/leaf.pem", "pub/ipsec/leaf.pem", "anywhere/leaf.pem", "sub/ca/leaf.pem"})
    void anIssuerForItsNodeOrForNoPurposeIsNotALeaf(String issued) throws IOException {
        tree.file("pub/tomcat/issuing.pem", PLAIN).file(issued, PLAIN.sign(GOOD.csr()));
        assertThat(looksLikeLeaf("pub/tomcat/issuing.pem")).isFalse();
        assertThat(looksLikeLeaf(issued)).isTrue();
    }

    @Test
    void anotherNodesCertificateDoesNotMakeItAnIssuer() throws IOException {
        tree.file("pub/tomcat/issuing.pem", PLAIN).file("sub/tomcat/leaf.pem", PLAIN.sign(GOOD.csr()));
        assertThat(looksLikeLeaf("pub/tomcat/issuing.pem")).isTrue();
        tree.file("issuing.pem", PLAIN);
        assertThat(looksLikeLeaf("issuing.pem")).as("without purpose").isFalse();
    }

    @Test
    void aCertificateThatIssuedOnlyItselfIsALeaf() throws IOException {
        tree.file("pub/tomcat/issuing.pem", PLAIN);
        assertThat(looksLikeLeaf("pub/tomcat/issuing.pem")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pub/CAPF.pem, CAPF",
        "pub/tomcat.pem, UNKNOWN",
        "pub/tomcat/CAPF.pem, TOMCAT",
        "Phone-trust/CAPF.pem, UNKNOWN"
    })
    void theFileNameOfACaCertificateShowsNoPurposeExceptCapf(String path, Purpose purpose) throws IOException {
        tree.file(path, capf(with -> {}));
        assertThat(filed(path).purpose()).isEqualTo(purpose);
    }

    @Test
    void capfsOwnCertificateHasExtendedKeyUsagesAndIssuedNone() throws IOException {
        tree.file("pub/CAPF.pem", capf(with -> {}));
        assertThat(looksLikeLeaf("pub/CAPF.pem")).isTrue();
        tree.file("pub/CAPF.pem", Cert.root("CAPF-1", with -> {}));
        assertThat(filed("pub/CAPF.pem").purpose()).isEqualTo(Purpose.UNKNOWN);
        Cert issuing = capf(with -> {});
        tree.file("pub/CAPF.pem", issuing).file("pub/leaf.pem", issuing.sign(GOOD.csr()));
        assertThat(filed("pub/CAPF.pem").purpose()).isEqualTo(Purpose.UNKNOWN);
    }

    @Test
    void theFileNameOfALeafShowsItsPurpose() throws IOException {
        tree.file("pub/ipsec.pem", GOOD.leaf()).file("pub/ipsec.csr", Csr.of("pub"));
        assertThat(filed("pub/ipsec.pem").purpose()).isEqualTo(Purpose.IPSEC);
    }

    @Test
    void byPathThenByPosition() throws IOException {
        tree.file("b.p7b", Bundle.pkcs7(GOOD.leaf(), GOOD.root())).file("a.pem", GOOD.intermediate());
        List<Filed<Certificate>> filed = filing().certificates();
        assertThat(filed.stream().sorted(Filed.BY_PATH.reversed()).sorted(Filed.BY_PATH))
                .extracting(each ->
                        each.object().origin().file() + each.object().origin().index())
                .isSorted()
                .hasSize(3);
    }

    private static Cert capf(Consumer<io.github.cucmcerts.fixture.CertSpec> options) {
        return Cert.root("CAPF-1a2b", with -> options.accept(with.extendedKeyUsage("serverAuth")));
    }

    private boolean looksLikeLeaf(String path) throws IOException {
        return filing().looksLikeLeaf(filed(path));
    }

    private Filed<Certificate> filed(String path) throws IOException {
        return filing().certificates().stream()
                .filter(filed -> filed.object().origin().file().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Filing filing() throws IOException {
        return Filing.of(DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of()), Exports.NONE);
    }
}
