package io.github.cucmcerts.request;

import static io.github.cucmcerts.request.Requested.PUB;
import static io.github.cucmcerts.request.Requested.SUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Name;
import io.github.cucmcerts.request.CaRequest.Kind;
import io.github.cucmcerts.request.CaRequest.Section;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which upload sets are requested from which CA, and which are not. */
class DraftingTest {
    private static final GoodSet GOOD = GoodSet.of(PUB);

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void aReadySetNeedsNothing() throws IOException {
        CaRequest request = Requested.of(tree.set(PUB + "/tomcat"));
        assertThat(request.sections()).isEmpty();
        assertThat(request.notSent()).isEmpty();
        assertThat(request.files()).isEmpty();
        assertThat(request.summary()).containsExactly(request.nothing());
        assertThat(Requested.markdown(request)).endsWith("\n\n" + request.nothing() + "\n");
    }

    @Test
    void aSetWithoutCertificateIsRequestedButNotTheOthers() throws IOException {
        CaRequest request = Requested.of(tree.set(PUB + "/tomcat").file(SUB + "/tomcat/tomcat.csr", Csr.of(SUB)));
        assertThat(request.summary()).containsExactly("Certificate to issue: " + SUB + "/tomcat");
        assertThat(request.files()).extracting(ExtensionFile::name).containsExactly(SUB + "-tomcat.cnf");
    }

    static Stream<Arguments> answersThatTheCaMustReplace() {
        return Stream.of(
                reissued("san-added", "tomcat", set -> set.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))),
                reissued(
                        "san-missing",
                        "tomcat",
                        set -> set.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:example.com")))
                                .leaf(with -> with.san("DNS:" + PUB))),
                reissued(
                        "certificate-expired",
                        "tomcat",
                        set -> set.leaf(with -> with.valid("2025-01-01", "2026-01-01"))),
                reissued(
                        "certificate-not-yet-valid",
                        "tomcat",
                        set -> set.leaf(with -> with.valid("2027-01-01", "2028-01-01"))),
                reissued("key-usage-missing", "tomcat", set -> set.leaf(with -> with.keyUsage("dataEncipherment"))),
                reissued(
                        "extended-key-usage-missing",
                        "tomcat",
                        set -> set.leaf(with -> with.extendedKeyUsage("serverAuth"))),
                reissued("capf-constraints", "CAPF", set -> GoodSet.capf(PUB).leaf(with -> with.notCa())),
                reissued("leaf-self-signed", "tomcat", set -> set.leaf(Cert.selfSigned(set.csr()))),
                reissued(
                        "csr-public-key-mismatch",
                        "tomcat",
                        set -> set.leaf(set.intermediate().sign(Csr.of(PUB, Keys.rsa("earlier"), with -> {})))),
                reissued("path-invalid", "tomcat", set -> set.intermediate(with -> with.notCa())));
    }

    private static Arguments reissued(String rule, String purpose, UnaryOperator<GoodSet> change) {
        return Arguments.of(rule, purpose, change.apply(GOOD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatTheCaMustReplace")
    void anAnswerThatTheCaMustReplaceIsRequestedAgain(String rule, String purpose, GoodSet set) throws IOException {
        CaRequest request = Requested.of(tree.set(PUB + "/" + purpose, set));
        assertThat(request.summary()).containsExactly("Certificate to issue again: " + PUB + "/" + purpose);
        CaRequest.Item item = request.sections().get(0).items().get(0);
        assertThat(item.wrong()).extracting(finding -> finding.rule().id()).contains(rule);
        assertThat(item.answers())
                .extracting(answer -> answer.sha256())
                .containsExactly(set.leaf().sha256());
        assertThat(request.files()).hasSize(1);
    }

    @Test
    void aRefusedAnswerAlsoNamesItsWarnings() throws IOException {
        GoodSet set = GOOD.leaf(with -> with.san("DNS:www." + PUB).keyUsage("digitalSignature"));
        CaRequest request = Requested.of(tree.set(PUB + "/tomcat", set));
        assertThat(request.sections().get(0).items().get(0).wrong())
                .extracting(finding -> finding.rule().id())
                .containsExactly("san-missing", "san-added", "encipherment-usage-missing");
    }

    @Test
    void aWarningIsNoReasonToIssueTheCertificateAgain() throws IOException {
        CaRequest request = Requested.of(
                tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.keyUsage("digitalSignature", "keyEncipherment"))));
        assertThat(request.summary()).containsExactly(request.nothing());
    }

    @Test
    void aWaivedErrorNeither() throws IOException {
        Waiver waiver = new Waiver(
                "san-added",
                Optional.of(new Glob("**")),
                Optional.empty(),
                new Acceptance("tested", LocalDate.of(2027, 1, 1)),
                Message.of("reason.the-pom", "the POM"));
        CaRequest request = Requested.of(
                tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB))), waiver);
        assertThat(request.summary()).containsExactly(request.nothing());
    }

    @Test
    void aMissingCaCertificateIsRequestedWithoutANewCertificate() throws IOException {
        CaRequest request = Requested.of(tree.set(PUB + "/tomcat").without(PUB + "/tomcat/root.pem"));
        assertThat(request.summary()).containsExactly("CA certificate missing: " + PUB + "/tomcat");
        assertThat(request.files()).isEmpty();
        assertThat(Requested.markdown(request))
                .contains("### CA certificates that are missing\n", "(ca-not-in-trust-store)", "up to the root.")
                .doesNotContain("Please issue", "- CSR:", "## With ");
    }

    static Stream<Arguments> whatNoCaCanHelpWith() {
        return Stream.of(
                Arguments.of("csr-missing", (UnaryOperator<Tree>)
                        tree -> tree.set(PUB + "/tomcat").without(PUB + "/tomcat/tomcat.csr")),
                Arguments.of("san-wildcard", (UnaryOperator<Tree>) tree ->
                        tree.file(PUB + "/tomcat/tomcat.csr", Csr.of(PUB, with -> with.san("DNS:*.example.com")))),
                Arguments.of("csr-signature-invalid", (UnaryOperator<Tree>)
                        tree -> tree.file(PUB + "/tomcat/tomcat.csr", Csr.of(PUB, with -> with.brokenSignature()))),
                Arguments.of("key-type-mismatch", (UnaryOperator<Tree>)
                        tree -> tree.file(PUB + "/tomcat/tomcat.csr", Csr.of(PUB, Keys.ec(PUB), with -> {}))),
                Arguments.of("csr-not-unique", (UnaryOperator<Tree>)
                        tree -> tree.file(PUB + "/tomcat/tomcat.csr", Csr.of(PUB))
                                .file(PUB + "/tomcat/new.csr", Csr.of(PUB, Keys.rsa("new"), with -> {}))),
                Arguments.of("csr-superseded", (UnaryOperator<Tree>) tree -> tree.set(PUB + "/tomcat")
                        .file("deployed/" + PUB + "/tomcat/tomcat.csr", Csr.of(PUB, Keys.rsa("new"), with -> {}))),
                Arguments.of("purpose-not-ca-signed", (UnaryOperator<Tree>)
                        tree -> tree.file(PUB + "/ITLRecovery/ITLRecovery.csr", Csr.of(PUB))),
                Arguments.of("capf-constraints", (UnaryOperator<Tree>) tree -> tree.set(PUB + "/CAPF", GOOD)),
                Arguments.of("trust-certificate-kept", (UnaryOperator<Tree>) tree -> tree.set(PUB + "/tomcat")
                        .file(
                                "deployed/tomcat-trust/root.pem",
                                Cert.root(
                                        "Example Root CA",
                                        with -> with.key(Keys.rsa("other root")).valid("2024-01-01", "2040-01-01")))),
                Arguments.of("ca-not-in-trust-store", (UnaryOperator<Tree>) tree -> tree.set(PUB + "/tomcat")
                        .without(PUB + "/tomcat/root.pem")
                        .file(SUB + "/ipsec/root.pem", GOOD.root())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatNoCaCanHelpWith")
    void whatNoCaCanHelpWithIsNotSentButNamed(String rule, UnaryOperator<Tree> files) throws IOException {
        CaRequest request = Requested.of(files.apply(tree));
        assertThat(request.sections()).isEmpty();
        assertThat(request.notSent())
                .singleElement()
                .satisfies(left -> assertThat(left.errors())
                        .extracting(error -> error.rule().id())
                        .contains(rule));
        assertThat(request.summary()).hasSize(1).allMatch(line -> line.startsWith("Not part of the request: " + PUB));
        assertThat(Requested.markdown(request))
                .contains("There is nothing to request from a CA yet.", "## Not part of the request", "(" + rule + ")")
                .doesNotContain("## CA");
    }

    @Test
    void aCertificateInTheWrongFolderIsNotRequestedAgain() throws IOException {
        GoodSet other = GoodSet.of(SUB);
        tree.set(PUB + "/tomcat", GOOD.leaf(other.leaf())).set(SUB + "/tomcat", other.leaf(GOOD.leaf()));
        CaRequest request = Requested.of(tree);
        assertThat(request.summary())
                .containsExactly(
                        "Not part of the request: " + PUB + "/tomcat", "Not part of the request: " + SUB + "/tomcat");
        assertThat(Requested.markdown(request))
                .contains("- `" + PUB + "/tomcat`\n  - The directory contains its certificate in another folder: `"
                        + SUB + "/tomcat/tomcat.pem`. Move it next to the CSR.\n");
    }

    @Test
    void theCsrWithoutAnyAnswerIsRequestedEvenIfAForeignCertificateIsInItsFolder() throws IOException {
        GoodSet other = GoodSet.of(SUB);
        tree.set(PUB + "/tomcat", GOOD.leaf(other.leaf())).file(SUB + "/tomcat/tomcat.csr", other.csr());
        CaRequest request = Requested.of(tree);
        assertThat(request.summary())
                .containsExactly(
                        "Certificate to issue: " + PUB + "/tomcat", "Not part of the request: " + SUB + "/tomcat");
        CaRequest.Item item = request.sections().get(0).items().get(0);
        assertThat(item.answers()).isEmpty();
        assertThat(item.wrong()).isEmpty();
        assertThat(item.advice()).extracting(finding -> finding.rule().id()).containsExactly("csr-public-key-mismatch");
    }

    @Test
    void aCsrIsSentOnceHoweverManySetsNeedIt() throws IOException {
        Csr csr = Csr.of("cucm-pub-ms.example.com", with -> with.san("DNS:" + PUB, "DNS:" + SUB));
        Cert wrong = GOOD.intermediate().sign(csr, with -> with.san("DNS:" + PUB));
        tree.file("ca/root.pem", GOOD.root())
                .file("ca/issuing.pem", GOOD.intermediate())
                .file("cucm-pub-ms.example.com/tomcat/tomcat.csr", csr)
                .file(PUB + "/tomcat/tomcat.pem", wrong)
                .file(SUB + "/tomcat/tomcat.pem", wrong);
        CaRequest request = Requested.of(tree);
        assertThat(request.files())
                .extracting(ExtensionFile::name)
                .containsExactly("cucm-pub-ms.example.com-tomcat.cnf");
        assertThat(request.summary())
                .singleElement()
                .asString()
                .contains("-ms.example.com/tomcat", PUB + "/tomcat", SUB);
    }

    @Test
    void aCsrWhoseGoodAnswerIsInTheFoldersOfItsNodesIsNotSent() throws IOException {
        Csr csr = Csr.of("cucm-pub-ms.example.com", with -> with.san("DNS:" + PUB, "DNS:" + SUB));
        tree.file("ca/root.pem", GOOD.root())
                .file("ca/issuing.pem", GOOD.intermediate())
                .file("cucm-pub-ms.example.com/tomcat/tomcat.csr", csr)
                .file(PUB + "/tomcat/tomcat.pem", GOOD.intermediate().sign(csr));
        CaRequest request = Requested.of(tree);
        assertThat(request.sections()).isEmpty();
    }

    @Test
    void eachCaHasASectionAfterWhatIsDeployed() throws IOException {
        Cert second = Cert.root("Another CA");
        String deployed = "deployed/";
        tree.file(PUB + "/tomcat/tomcat.csr", Csr.of(PUB, Keys.rsa("renewed"), with -> {}))
                .file(deployed + PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file(PUB + "/ipsec/ipsec.csr", Csr.of(PUB, Keys.rsa("renewed 2"), with -> {}))
                .file(deployed + PUB + "/ipsec/ipsec.pem", second.sign(Csr.of(PUB, Keys.rsa("old"), with -> {})))
                .file(SUB + "/tomcat/tomcat.csr", Csr.of(SUB, Keys.rsa("renewed 3"), with -> {}))
                .file(deployed + SUB + "/tomcat/tomcat.pem", Cert.selfSigned(Csr.of(SUB)))
                .file(SUB + "/ipsec/ipsec.csr", Csr.of(SUB, Keys.rsa("renewed 4"), with -> {}));
        List<Section> sections = Requested.of(tree).sections();
        assertThat(sections)
                .extracting(section -> section.ca().map(Name::toString).orElse("unknown"))
                .containsExactly("O=Example,CN=Another CA", "O=Example,CN=Example Issuing CA", "unknown");
        assertThat(sections)
                .extracting(section ->
                        section.items().stream().map(item -> item.sets().get(0)).toList())
                .containsExactly(
                        List.of(PUB + "/ipsec"), List.of(PUB + "/tomcat"), List.of(SUB + "/ipsec", SUB + "/tomcat"));
    }

    @Test
    void nodesWhoseCertificatesComeFromTwoCasShowNone() throws IOException {
        Csr csr = Csr.of("cucm-pub-ms.example.com", with -> with.san("DNS:" + PUB, "DNS:" + SUB));
        tree.file("cucm-pub-ms.example.com/tomcat/tomcat.csr", csr)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file(
                        "deployed/" + SUB + "/tomcat/tomcat.pem",
                        Cert.root("Another CA").sign(Csr.of(SUB)));
        assertThat(Requested.of(tree).sections()).extracting(Section::ca).containsExactly(Optional.<Name>empty());
    }

    @Test
    void warningsAboutACsrAreForItsSender() throws IOException {
        CaRequest request = Requested.of(
                tree.file(PUB + "/tomcat/tomcat.csr", Csr.of(PUB, with -> with.san("DNS:other.example.com"))));
        CaRequest.Item item = request.sections().get(0).items().get(0);
        assertThat(item.kind()).isEqualTo(Kind.ISSUE);
        assertThat(item.wrong()).isEmpty();
        assertThat(item.advice())
                .extracting(Finding::rule)
                .extracting(rule -> rule.id())
                .contains("san-lacks-common-name");
    }
}
