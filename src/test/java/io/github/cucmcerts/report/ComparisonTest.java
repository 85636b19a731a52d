package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.CsrSpec;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.report.Comparison.Row;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String HOST = "cucm-pub.example.com";
    private static final Cert ROOT = Cert.root("Example Root CA");

    @TempDir
    private Path directory;

    @Test
    void aCertificateThatMatchesItsCsrHasNoDifference() throws IOException {
        assertThat(rows(with -> {}, with -> {})).noneMatch(Row::differs);
    }

    @Test
    void theRowsAreInTheOrderOfADecoder() throws IOException {
        assertThat(rows(with -> {}, with -> {}))
                .extracting(Row::label)
                .containsExactly(
                        "File",
                        "Subject",
                        "SAN",
                        "Public key",
                        "SHA-256 of the public key",
                        "Key usage",
                        "Extended key usage",
                        "CA",
                        "Issuer",
                        "Serial",
                        "Valid from",
                        "Valid to",
                        "Signature",
                        "Fingerprint (SHA-256)");
    }

    @Test
    void eachNameHasItsRowAndIsMarkedIfOnlyOneHasIt() throws IOException {
        List<Row> rows = rows(
                with -> with.san("DNS:b.example.com", "DNS:a.example.com"),
                with -> with.san("DNS:www.example.com", "IP:10.1.2.3", "DNS:a.example.com"));
        assertThat(labelled("SAN", rows))
                .containsExactly(
                        new Row("SAN", List.of("DNS:a.example.com"), List.of("DNS:a.example.com"), false),
                        new Row("SAN", List.of("DNS:b.example.com"), List.of(), true),
                        new Row("SAN", List.of(), List.of("DNS:www.example.com"), true),
                        new Row("SAN", List.of(), List.of("IP:10.1.2.3"), true));
    }

    @Test
    void caseAndATrailingDotMakeNoDifferentName() throws IOException {
        assertThat(labelled("SAN", rows(with -> {}, with -> with.san("DNS:CUCM-Pub.example.com."))))
                .containsExactly(new Row("SAN", List.of("DNS:" + HOST), List.of("DNS:CUCM-Pub.example.com."), false));
    }

    @Test
    void noNamesAreOneEmptyRow() throws IOException {
        assertThat(labelled("SAN", rows(with -> with.san(), with -> with.san())))
                .containsExactly(new Row("SAN", List.of(), List.of(), false));
    }

    @Test
    void anotherKeyHasAnotherHash() throws IOException {
        List<Row> rows = rows(with -> {}, with -> with.key(Keys.rsa("another")));
        assertThat(rows).filteredOn(Row::differs).extracting(Row::label).containsExactly("SHA-256 of the public key");
        Row hashes = labelled("SHA-256 of the public key", rows).get(0);
        assertThat(hashes.csr()).singleElement().asString().matches("[0-9a-f]{64}");
        assertThat(hashes.certificate()).isNotEqualTo(hashes.csr());
    }

    @Test
    void keysAreShownWithTypeAndSizeOrCurve() throws IOException {
        List<Row> rows = rows(with -> with.key(Keys.ec("pub", "secp384r1")), with -> with.key(Keys.rsa("pub")));
        assertThat(labelled("Public key", rows))
                .containsExactly(new Row("Public key", List.of("EC P-384"), List.of("RSA 2048"), true));
    }

    @Test
    void theSameKeyInADifferentEncodingIsTheSame() throws IOException {
        KeyPair ec = Keys.ec("pub");
        assertThat(rows(with -> with.key(ec), with -> with.publicKey(Keys.compressed(ec))))
                .noneMatch(Row::differs);
    }

    @Test
    void subjectsAreComparedAsNames() throws IOException {
        assertThat(rows(with -> with.subject("O=Example,CN=a"), with -> with.subject("O=EXAMPLE,CN=a")))
                .noneMatch(Row::differs);
        assertThat(labelled("Subject", rows(with -> with.subject("O=Example,CN=a"), with -> with.subject("CN=a"))))
                .containsExactly(new Row("Subject", List.of("O=Example,CN=a"), List.of("CN=a"), true));
    }

    @Test
    void usagesThatTheCaLeftOut() throws IOException {
        List<Row> rows = rows(
                with -> with.keyUsage("digitalSignature", "keyEncipherment"),
                with -> with.keyUsage("digitalSignature").extendedKeyUsage("serverAuth", "1.2.3.4"));
        assertThat(labelled("Key usage", rows))
                .containsExactly(new Row(
                        "Key usage",
                        List.of("digitalSignature", "keyEncipherment"),
                        List.of("digitalSignature"),
                        true));
        assertThat(labelled("Extended key usage", rows))
                .containsExactly(new Row(
                        "Extended key usage",
                        List.of("serverAuth", "clientAuth"),
                        List.of("serverAuth", "1.2.3.4"),
                        true));
    }

    @Test
    void aSingleObjectHasNoDifference() throws IOException {
        write(with -> {}, with -> {});
        List<Row> csr = Comparison.of(Optional.of(read(NamedKey.class)), Optional.empty(), Language.ENGLISH);
        assertThat(csr)
                .noneMatch(Row::differs)
                .allMatch(row -> row.certificate().isEmpty());
        assertThat(csr).extracting(Row::label).contains("Key usage").doesNotContain("Issuer", "Valid to");
        List<Row> certificate = Comparison.of(Optional.empty(), Optional.of(read(Certificate.class)), Language.ENGLISH);
        assertThat(certificate)
                .noneMatch(Row::differs)
                .allMatch(row -> row.csr().isEmpty());
        assertThat(labelled("Valid to", certificate))
                .containsExactly(new Row("Valid to", List.of(), List.of("2028-01-01T00:00:00Z"), false));
    }

    @Test
    void aCaAndItsPathLength() throws IOException {
        assertThat(labelled("CA", rows(with -> {}, with -> with.ca(0))))
                .containsExactly(new Row("CA", List.of("no"), List.of("yes, path length 0"), false));
        assertThat(labelled("CA", rows(with -> {}, CertSpec::ca)).get(0).certificate())
                .containsExactly("yes");
    }

    @Test
    void aSerialIsWrittenInWholeBytes() throws IOException {
        assertThat(labelled("Serial", rows(with -> {}, with -> with.serial(0xfab)))
                        .get(0)
                        .certificate())
                .containsExactly("0fab");
        assertThat(labelled("Serial", rows(with -> {}, with -> with.serial(0xfe)))
                        .get(0)
                        .certificate())
                .containsExactly("fe");
        assertThat(labelled("Serial", rows(with -> {}, with -> with.serial(-1)))
                        .get(0)
                        .certificate())
                .containsExactly("-01");
    }

    @Test
    void theLineShowsWhichObjectOfAFileItIs() throws IOException {
        Csr csr = Csr.of(HOST);
        Tree.in(directory).file("a.pem", "Both:\n" + csr.pem() + ROOT.sign(csr).pem());
        Row file = rows().get(0);
        assertThat(file.csr()).containsExactly("a.pem, line 2");
        assertThat(file.certificate()).singleElement().asString().matches("a\\.pem, line \\d\\d");
    }

    private List<Row> rows(Consumer<CsrSpec> asked, Consumer<CertSpec> given) throws IOException {
        write(asked, given);
        return rows();
    }

    private void write(Consumer<CsrSpec> asked, Consumer<CertSpec> given) {
        Csr csr = Csr.of(HOST, asked);
        Tree.in(directory)
                .file("a.csr", csr.pem())
                .file("b.pem", ROOT.sign(csr, given).pem());
    }

    private List<Row> rows() throws IOException {
        return Comparison.of(
                Optional.of(read(io.github.cucmcerts.inventory.Csr.class)),
                Optional.of(read(Certificate.class)),
                Language.ENGLISH);
    }

    private <T extends NamedKey> T read(Class<T> type) throws IOException {
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(type)
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> labelled(String label, List<Row> rows) {
        return rows.stream().filter(row -> row.label().equals(label)).toList();
    }
}
