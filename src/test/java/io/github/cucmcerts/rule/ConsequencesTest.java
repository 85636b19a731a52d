package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.State;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsequencesTest {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet OTHER = GoodSet.of(SUB);
    private static final String SUB_TOMCAT = SUB + "/tomcat";
    private static final String MISMATCH = "csr-public-key-mismatch";

    @TempDir
    private Path directory;

    @Test
    void namesAndSubjectOfALeafInAnotherNodesFolderFollowFromItsKey() throws IOException {
        Report report = report(tree -> swapped(tree, OTHER.leaf()));
        assertThat(explained(report, TOMCAT))
                .containsExactlyInAnyOrder(
                        "csr-subject-mismatch by " + MISMATCH,
                        "san-missing by " + MISMATCH,
                        "san-added by " + MISMATCH);
        assertThat(report.findings())
                .filteredOn(finding -> finding.counts(Severity.ERROR))
                .hasSize(6);
        assertThat(report.sets()).allMatch(set -> report.state(set) == State.BLOCKED);
    }

    @Test
    void whatIsAlsoWrongInTheRightFolderFollowsFromNothing() throws IOException {
        assertThat(explained(
                        report(tree -> swapped(
                                tree,
                                OTHER.leaf(with -> with.san("DNS:www." + SUB)).leaf())),
                        TOMCAT))
                .containsExactly("csr-subject-mismatch by " + MISMATCH);
        Report lost = report(tree -> swapped(
                tree, OTHER.leaf(with -> with.extendedKeyUsage("serverAuth")).leaf()));
        assertThat(explained(lost, TOMCAT)).noneMatch(text -> text.startsWith("extended-key-usage-missing"));
        Report expired = report(tree -> swapped(
                tree, OTHER.leaf(with -> with.valid("2024-01-01", "2026-01-01")).leaf()));
        assertThat(explained(expired, TOMCAT)).noneMatch(text -> text.startsWith("certificate-expired"));
        assertThat(expired.findings()).anyMatch(finding -> finding.rule().id().equals("certificate-expired"));
    }

    @Test
    void aLeafThatMatchesNoCsrExplainsNothing() throws IOException {
        Report report = report(tree ->
                tree.set(TOMCAT, GOOD.leaf(with -> with.key(Keys.rsa("new")).san("DNS:www." + PUB))));
        assertThat(rules(report)).contains(MISMATCH, "san-missing", "san-added");
        assertThat(explained(report, TOMCAT)).noneMatch(text -> text.endsWith(MISMATCH));
    }

    @Test
    void ifTheCsrsAreSwappedTheCertificatesStay() throws IOException {
        Report report =
                report(tree -> tree.set(TOMCAT, OTHER.leaf(GOOD.leaf())).set(SUB_TOMCAT, GOOD.leaf(OTHER.leaf())));
        assertThat(explained(report, TOMCAT))
                .containsExactlyInAnyOrder(
                        MISMATCH + " by node-mismatch",
                        "csr-subject-mismatch by node-mismatch",
                        "san-missing by node-mismatch",
                        "san-added by node-mismatch");
    }

    @Test
    void theCertificateOfAnotherPurposeDoesNotNeedTheseUsages() throws IOException {
        Report report = report(tree -> tree.set(TOMCAT, GOOD).file(PUB + "/ipsec/ipsec.pem", GOOD.leaf()));
        assertThat(explained(report, PUB + "/ipsec")).contains("key-usage-not-requested by csr-missing");
    }

    @Test
    void theIdentityOfANodeIsNotComparedWithTheCertificateOfAnotherNode() throws IOException {
        Consumer<Tree> layout = tree -> tree.set(TOMCAT, GOOD)
                .file(SUB_TOMCAT + "/tomcat.pem", GOOD.leaf())
                .file("deployed/" + SUB_TOMCAT + "/today.pem", Cert.selfSigned(Csr.of(SUB)));
        assertThat(explained(report(layout), SUB_TOMCAT)).contains("identity-changes by csr-missing");
        Report changed = report(layout.andThen(tree -> tree.file(
                "deployed/" + TOMCAT + "/today.pem",
                Cert.selfSigned(Csr.of(PUB, with -> with.san("DNS:old." + PUB))))));
        assertThat(explained(changed, SUB_TOMCAT)).noneMatch(text -> text.startsWith("identity-changes"));
    }

    @Test
    void aCsrThatWasCopiedExplainsTheSharedKeyOnBothSets() throws IOException {
        Report report = report(tree -> tree.set(TOMCAT, GOOD).set(SUB_TOMCAT, GOOD));
        assertThat(explained(report, SUB_TOMCAT)).containsExactly("key-shared by node-mismatch");
        assertThat(report.findings())
                .filteredOn(finding -> finding.uploadSet().equals(Optional.of(TOMCAT)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.explainedBy()).hasValueSatisfying(by -> {
                    assertThat(by.rule()).isEqualTo("node-mismatch");
                    assertThat(by.uploadSet()).isEqualTo(SUB_TOMCAT);
                }));
    }

    @Test
    void aSelfSignedCertificateIsNotFromTheCa() throws IOException {
        Report report = report(tree -> tree.set(
                TOMCAT,
                GOOD.leaf(Cert.selfSigned(
                        Csr.of(PUB, with -> with.key(Keys.rsa("today")).san("DNS:cucm-pub"))))));
        assertThat(explained(report, TOMCAT))
                .containsExactlyInAnyOrder(
                        MISMATCH + " by leaf-self-signed",
                        "san-missing by leaf-self-signed",
                        "san-added by leaf-self-signed");
    }

    @Test
    void aNameThatTheCaDroppedIsAlreadyInTheCsr() throws IOException {
        GoodSet asked = GOOD.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:example.com", "DNS:www." + PUB)));
        Cert today = Cert.selfSigned(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:www." + PUB)));
        Consumer<Tree> layout = tree -> tree.set(TOMCAT, asked.leaf(with -> with.san("DNS:example.com")))
                .file("deployed/" + TOMCAT + "/today.pem", today);
        assertThat(explained(report(layout), TOMCAT))
                .containsExactlyInAnyOrder("san-lacks-common-name by san-missing", "identity-changes by san-missing");
        Cert another = Cert.selfSigned(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:old." + PUB)));
        assertThat(explained(
                        report(layout.andThen(tree -> tree.file("deployed/" + TOMCAT + "/today.pem", another))),
                        TOMCAT))
                .containsExactly("san-lacks-common-name by san-missing");
    }

    @Test
    void nothingElseMattersIfThePurposeNeedsNoUpload() throws IOException {
        String recovery = PUB + "/ITLRecovery";
        Report report = report(tree -> tree.set(recovery).without(recovery + "/root.pem"));
        assertThat(explained(report, recovery)).contains("ca-not-in-trust-store by purpose-not-ca-signed");
    }

    @Test
    void aWaivedFindingExplainsNothing() throws IOException {
        assertThat(explained(report(each(tree -> swapped(tree, OTHER.leaf())).waiver(waiver(MISMATCH))), TOMCAT))
                .isEmpty();
    }

    @Test
    void aWaivedFindingIsNotExplained() throws IOException {
        Report report = report(each(tree -> swapped(tree, OTHER.leaf())).waiver(waiver("san-missing")));
        assertThat(explained(report, TOMCAT))
                .containsExactlyInAnyOrder("csr-subject-mismatch by " + MISMATCH, "san-added by " + MISMATCH);
    }

    @Test
    void aLessSevereFindingExplainsNothing() throws IOException {
        Case each = each(tree -> swapped(tree, OTHER.leaf())).changed(MISMATCH, Severity.WARNING);
        assertThat(explained(report(each), TOMCAT)).containsExactly("csr-subject-mismatch by " + MISMATCH);
    }

    @Test
    void ifConsequencesFailAllFindingsAreReported() throws IOException {
        List<Finding> findings = each(tree -> swapped(tree, OTHER.leaf()))
                .checking(new WithoutEvidence())
                .findings(directory);
        assertThat(findings).noneMatch(finding -> finding.explainedBy().isPresent());
        assertThat(findings)
                .extracting(finding -> finding.rule().id())
                .contains(MISMATCH, "san-missing", "san-added", "key-shared");
        assertThat(findings)
                .filteredOn(finding -> finding.rule().id().equals("rule-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message())
                            .startsWith(
                                    "Internal error: which findings follow from others could not be checked (java.lang.");
                });
    }

    /** Has the id of a rule, but not its evidence. */
    private static final class WithoutEvidence extends SetRule {
        private WithoutEvidence() {
            super(RuleInfo.of("key-shared", Topic.CSR_MATCH, Severity.WARNING, "Without evidence")
                    .message("It lacks its evidence.")
                    .rationale("It always does.")
                    .causes("A test.")
                    .remedy("No action needed.")
                    .source("no document", "no section", Source.Kind.ADVICE));
        }

        @Override
        protected boolean appliesTo(UploadSet set) {
            return true;
        }

        @Override
        public void check(UploadSet set, Facts facts, Findings findings) {
            findings.on(set.leaf().orElseThrow()).report();
        }
    }

    /** In the directory of every case. */
    @ParameterizedTest
    @MethodSource("cases")
    void anExplanationExistsAndCountsAndFollowsFromNothing(Case each) throws IOException {
        List<Finding> findings = each.findings(directory);
        for (Finding finding : findings) {
            finding.explainedBy()
                    .ifPresent(by -> assertThat(findings).anySatisfy(first -> {
                        assertThat(first.rule().id()).isEqualTo(by.rule());
                        assertThat(first.uploadSet()).contains(by.uploadSet());
                        assertThat(first.waiver()).isEmpty();
                        assertThat(first.explainedBy()).isEmpty();
                        assertThat(first.severity()).isLessThanOrEqualTo(finding.severity());
                    }));
        }
    }

    static Stream<Case> cases() {
        return RulesTest.cases().stream().filter(Case::isFound);
    }

    /** The publisher's folder has that leaf of the subscriber, and the subscriber's folder has the publisher's leaf. */
    private static void swapped(Tree tree, Cert leaf) {
        tree.set(TOMCAT, GOOD.leaf(leaf)).set(SUB_TOMCAT, OTHER.leaf(GOOD.leaf()));
    }

    private static Waiver waiver(String rule) {
        return new Waiver(
                rule,
                Optional.of(new Glob("**")),
                Optional.empty(),
                new Acceptance("known", LocalDate.parse("2027-01-01")),
                Message.of("reason.the-pom", "the POM"));
    }

    private static Case each(Consumer<Tree> layout) {
        return Case.found(MISMATCH, "").in(layout);
    }

    private Report report(Consumer<Tree> layout) throws IOException {
        return report(each(layout));
    }

    private Report report(Case each) throws IOException {
        return each.report(each.layOut(directory));
    }

    private static List<String> rules(Report report) {
        return report.findings().stream().map(finding -> finding.rule().id()).toList();
    }

    /** The findings that follow from another finding of the set, as {@code rule by rule}. */
    private static List<String> explained(Report report, String set) {
        return report.findings().stream()
                .filter(finding -> finding.explainedBy()
                        .filter(by -> by.uploadSet().equals(set))
                        .isPresent())
                .filter(finding -> finding.uploadSet().equals(Optional.of(set)))
                .map(finding -> finding.rule().id() + " by "
                        + finding.explainedBy().orElseThrow().rule())
                .toList();
    }
}
