package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which sets a rule is checked; {@link RulesTest} checks what it finds there. */
class SetRuleTest {
    @TempDir
    private Path directory;

    @Test
    void fewRulesApplyToASetWithoutCsrOrLeaf() throws IOException {
        List<UploadSet> sets = sets(tree -> tree.set(TOMCAT)
                .without(TOMCAT + "/tomcat.csr")
                .file(SUB + "/tomcat/one.csr", Csr.of(SUB))
                .file(SUB + "/tomcat/two.csr", Csr.of(SUB, with -> with.key(Keys.rsa("two")))));
        assertThat(sets).hasSize(2);
        assertThat(rules(rule -> sets.stream().allMatch(rule::isCheckedOn)))
                .containsExactly(
                        "leaf-ambiguous",
                        "role-misnamed",
                        "chain-bundled",
                        "trust-certificate-not-taken",
                        "trust-certificate-replaces",
                        "trust-cn-shared",
                        "trust-replacement-orphans");
    }

    @Test
    void rulesThatDoNotApplyToASingleServerPair() throws IOException {
        List<UploadSet> sets = sets(tree -> tree.set(TOMCAT));
        assertThat(rules(rule -> !rule.isCheckedOn(sets.get(0))))
                .containsExactly(
                        "callmanager-with-tvs",
                        "pair-superseded",
                        "csr-superseded",
                        "san-unrequested",
                        "san-node-missing",
                        "san-callmanager-node-missing",
                        "identity-changes",
                        "san-ip-in-multi-server",
                        "xmpp-domain-missing",
                        "ecdsa-sibling-left",
                        "deployed-expires-soon",
                        "capf-constraints",
                        "capf-path-length",
                        "capf-on-subscriber");
    }

    @Test
    void rulesThatDoNotApplyToAMultiServerPair() throws IOException {
        List<UploadSet> sets = sets(tree -> tree.set(MULTI + "/tomcat", GoodSet.of(MULTI)));
        assertThat(rules(rule -> !rule.isCheckedOn(sets.get(0))))
                .containsExactly(
                        "callmanager-with-tvs",
                        "pair-superseded",
                        "csr-superseded",
                        "node-mismatch",
                        "key-shared",
                        "san-unrequested",
                        "san-callmanager-node-missing",
                        "san-lacks-common-name",
                        "identity-changes",
                        "xmpp-domain-missing",
                        "ecdsa-sibling-left",
                        "deployed-expires-soon",
                        "capf-constraints",
                        "capf-path-length",
                        "capf-on-subscriber");
    }

    @Test
    void onADeployedSetOnlyItsExpiryAndWhatIsServedAreChecked() throws IOException {
        GoodSet good = GoodSet.of(PUB);
        List<UploadSet> sets =
                sets(tree -> tree.set(TOMCAT, good).file("deployed/" + TOMCAT + "/now.pem", good.leaf()));
        assertThat(sets).hasSize(1);
        assertThat(rules(rule -> rule.isCheckedOn(sets.get(0))))
                .containsExactly(
                        "deployed-expires-soon",
                        "served-differs",
                        "served-unreachable",
                        "served-expired",
                        "served-chain-incomplete",
                        "served-not-seen");
    }

    @Test
    void aRuleFailsIfItCannotDecideWhetherItApplies() throws IOException {
        Case each = Case.found("rule-failed", "").in(tree -> tree.set(TOMCAT)).checking(new Undecided());
        assertThat(each.findings(directory)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(EngineRules.RULE_FAILED);
            assertThat(finding.uploadSet()).contains(TOMCAT);
            assertThat(finding.message()).contains("undecided", "oops");
        });
    }

    private List<UploadSet> sets(Consumer<Tree> layout) throws IOException {
        Case each = Case.clean("", "").in(layout);
        return each.report(each.layOut(directory)).sets();
    }

    private static List<String> rules(Predicate<SetRule> which) {
        return RuleBook.rules().stream()
                .filter(SetRule.class::isInstance)
                .map(SetRule.class::cast)
                .filter(which)
                .map(rule -> rule.info().id())
                .toList();
    }

    private static final class Undecided extends SetRule {
        private Undecided() {
            super(RuleInfo.of("undecided", Topic.FILES, Severity.INFO, "Undecided")
                    .message("It is undecided.")
                    .rationale("It never says whether it applies.")
                    .causes("A test.")
                    .remedy("No action needed.")
                    .source("no document", "no section", Source.Kind.ADVICE));
        }

        @Override
        protected boolean appliesTo(UploadSet set) {
            throw new IllegalStateException("oops");
        }

        @Override
        public void check(UploadSet set, Facts facts, Findings findings) {}
    }
}
