package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.DirectoryScan;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.upload.Grouping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule: the case that must be found, and the nearest one that must not. */
class RulesTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final String MULTI = "cucm-pub-ms.example.com";
    private static final Cluster CLUSTER = new Cluster(
            Optional.of(new NodeName(PUB)), List.of(new NodeName(SUB)), List.of(), Optional.empty(), false, false);

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void begin() {
        tree = Tree.in(directory);
    }

    @Test
    void aGoodSetIsClean() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB));
        assertThat(found()).isEmpty();
    }

    @Test
    void aLeafNeedsItsCsr() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB)).without(PUB + "/tomcat/tomcat.csr");
        assertThat(found()).containsOnly("csr-missing");
    }

    @Test
    void anUnansweredCsrBesideAnAnsweredOne() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB))
                .file(
                        PUB + "/tomcat/new.csr",
                        Csr.of(PUB, with -> with.key(Keys.rsa("new"))).pem());
        assertThat(found()).containsOnly("csr-not-unique");
    }

    @Test
    void theServerHoldsAnotherCsr() throws IOException {
        GoodSet set = GoodSet.of(PUB);
        tree.set(PUB + "/tomcat", set)
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", set.csr().pem());
        assertThat(found()).isEmpty();
        tree.file(
                "deployed/" + PUB + "/tomcat/tomcat.csr",
                Csr.of(PUB, with -> with.key(Keys.rsa("new"))).pem());
        assertThat(found()).containsOnly("csr-superseded");
    }

    @Test
    void aCsrIsSignedByItsOwnKey() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.brokenSignature())));
        assertThat(found()).containsOnly("csr-signature-invalid");
    }

    @Test
    void aLeafOfAnotherNodeIsTracedToItsCsr() throws IOException {
        GoodSet pub = GoodSet.of(PUB);
        GoodSet sub = GoodSet.of(SUB);
        tree.set(PUB + "/tomcat", pub)
                .set(SUB + "/tomcat", sub)
                .file(PUB + "/tomcat/tomcat.pem", sub.leaf().pem());
        assertThat(judged())
                .filteredOn(finding -> finding.rule().id().equals("csr-public-key-mismatch"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(SUB + "/tomcat"));
    }

    @Test
    void subjects() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).leaf(with -> with.subject("CN=" + PUB)));
        assertThat(found()).containsOnly("csr-subject-reduced");
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).leaf(with -> with.subject("CN=other.example.com")));
        assertThat(found()).contains("csr-subject-mismatch");
    }

    @Test
    void twoLeavesThatAnswerNoCsr() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).leaf(with -> with.key(Keys.rsa("one"))))
                .file(
                        PUB + "/tomcat/two.pem",
                        GoodSet.of(PUB)
                                .leaf(with -> with.key(Keys.rsa("two")))
                                .leaf()
                                .pem());
        assertThat(found()).contains("leaf-ambiguous").doesNotContain("csr-public-key-mismatch");
    }

    @Test
    void oneKeyOnTwoNodes() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB))
                .set(SUB + "/tomcat", GoodSet.of(SUB).csr(Csr.of(SUB, with -> with.key(Keys.rsa(PUB)))));
        assertThat(found()).contains("key-shared");
    }

    @Test
    void namesAreComparedAsSets() throws IOException {
        Csr csr = Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:example.com", "IP:10.1.2.3"));
        tree.set(
                PUB + "/tomcat",
                GoodSet.of(PUB).csr(csr).leaf(with -> with.san("IP:10.1.2.3", "DNS:" + PUB, "DNS:example.com")));
        assertThat(found()).isEmpty();
        tree.set(
                PUB + "/tomcat",
                GoodSet.of(PUB).csr(csr).leaf(with -> with.san("DNS:EXAMPLE.com.", "DNS:" + PUB, "IP:10.1.2.3")));
        assertThat(found()).containsOnly("san-differs-in-form");
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).csr(csr).leaf(with -> with.san("DNS:" + PUB, "IP:10.1.2.4")));
        assertThat(found()).containsOnly("san-missing", "san-added");
    }

    @Test
    void namesThatNobodyAskedForAreNoMismatchWhereTheCsrAsksForNone() throws IOException {
        tree.set(
                PUB + "/tomcat",
                GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san())).leaf(with -> with.san("DNS:" + PUB)));
        assertThat(found()).contains("san-unrequested").doesNotContain("san-added");
    }

    @Test
    void wildcards() throws IOException {
        Csr csr = Csr.of("*.example.com");
        tree.set(PUB + "/cup-xmpp-s2s", GoodSet.of(PUB).csr(csr));
        assertThat(found()).doesNotContain("san-wildcard");
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).csr(csr));
        assertThat(found()).contains("san-wildcard");
    }

    @Test
    void multiServerNamesNameEveryNode() throws IOException {
        tree.set(MULTI + "/tomcat", GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB))));
        assertThat(found()).isEmpty();
        tree.set(
                MULTI + "/tomcat", GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "IP:10.1.2.3"))));
        assertThat(found()).containsOnly("san-node-missing", "san-ip-in-multi-server");
        tree.set(MULTI + "/CallManager", GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB))));
        assertThat(found()).contains("san-callmanager-node-missing");
    }

    @Test
    void theNodesOwnNameIsAmongTheNames() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san("DNS:example.com"))));
        assertThat(found()).containsOnly("san-lacks-common-name");
    }

    @Test
    void anEntryThatIsNoName() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:https://x"))));
        assertThat(found()).containsOnly("san-malformed");
    }

    @Test
    void namesOfTheDeployedIdentityAreKept() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB))
                .file(
                        "deployed/" + PUB + "/tomcat/t.pem",
                        Cert.selfSigned(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:old.example.com")))
                                .pem());
        assertThat(found()).containsOnly("identity-changes");
    }

    @Test
    void paths() throws IOException {
        GoodSet set = GoodSet.of(PUB);
        tree.set(PUB + "/tomcat", set).without(PUB + "/tomcat/root.pem");
        assertThat(found()).containsOnly("ca-not-in-trust-store");
        tree.set(PUB + "/tomcat", set.root(with -> with.ca(0)));
        assertThat(found()).containsOnly("path-invalid");
        tree.set(PUB + "/tomcat", set)
                .file(PUB + "/tomcat/tomcat.pem", Cert.selfSigned(set.csr()).pem());
        assertThat(found()).containsOnly("leaf-self-signed");
    }

    @Test
    void rolesNamesAndLeftovers() throws IOException {
        GoodSet set = GoodSet.of(PUB);
        tree.set(PUB + "/tomcat", set.leaf(with -> with.ca()));
        assertThat(found()).contains("leaf-is-ca");
        tree.set(PUB + "/tomcat", set)
                .file(PUB + "/tomcat/root.pem", set.intermediate().pem())
                .file(PUB + "/tomcat/intermediate.pem", set.root().pem());
        assertThat(found()).containsOnly("role-misnamed");
        tree.set(PUB + "/tomcat", set)
                .file(PUB + "/tomcat/other.pem", Cert.root("Other").pem());
        assertThat(found()).containsOnly("certificate-unused");
    }

    @Test
    void bundles() throws IOException {
        GoodSet set = GoodSet.of(PUB);
        tree.set(PUB + "/tomcat", set)
                .without(PUB + "/tomcat/root.pem")
                .without(PUB + "/tomcat/intermediate.pem")
                .file(PUB + "/tomcat/chain.pem", Bundle.pem(set.intermediate(), set.root()));
        assertThat(found()).containsOnly("chain-bundled");
    }

    @Test
    void files() throws IOException {
        GoodSet set = GoodSet.of(PUB);
        tree.set(PUB + "/tomcat", set)
                .file(PUB + "/tomcat/server.key", Pem.privateKey(Keys.rsa(PUB)))
                .file(PUB + "/tomcat/store", Bundle.keystore("PKCS12", "changeit", set.leaf()))
                .file(PUB + "/tomcat/broken.cer", "no certificate")
                .file(PUB + "/tomcat/mail.zip", "PK")
                .file(PUB + "/tomcat/copy.der", set.leaf().der())
                .file("server.csr", Csr.of(SUB).pem())
                .file(
                        PUB + "/ipsec/odd.csr",
                        Pem.utf16LittleEndian(
                                Csr.of(PUB, with -> with.key(Keys.rsa("ipsec"))).pem()));
        assertThat(found(Topic.FILES))
                .containsExactlyInAnyOrder(
                        "private-key-present",
                        "keystore-present",
                        "file-unreadable",
                        "archive-present",
                        "duplicate-file",
                        "purpose-unknown",
                        "encoding-unusual");
    }

    @Test
    void aRuleThatBreaksDownIsNamedAndTheOthersAreJudged() throws IOException {
        tree.set(PUB + "/tomcat", GoodSet.of(PUB)).without(PUB + "/tomcat/tomcat.csr");
        DirectoryRule broken = new DirectoryRule() {
            @Override
            public RuleInfo info() {
                return RuleInfo.of("broken", Topic.FILES, Severity.INFO, "broken");
            }

            @Override
            public void judge(Context context, Findings findings) {
                throw new IllegalStateException("oops");
            }
        };
        List<Rule> rules = new ArrayList<>(RuleBook.rules());
        rules.add(0, broken);
        assertThat(Judge.judge(context(), rules, Severities.unchanged()).stream()
                        .map(finding -> finding.rule().id()))
                .containsExactlyInAnyOrder("csr-missing", "rule-failed");
    }

    @Test
    void everyRuleSaysAllThatItMust() {
        assertThat(RuleBook.rules()).extracting(rule -> rule.info().id()).doesNotHaveDuplicates();
        assertThat(RuleBook.rules()).allSatisfy(rule -> {
            assertThat(rule.info().message()).isNotBlank();
            assertThat(rule.info().rationale()).isNotBlank();
            assertThat(rule.info().causes()).isNotEmpty();
            assertThat(rule.info().remedy()).isNotBlank();
            assertThat(rule.info().source()).isNotNull();
        });
    }

    private Set<String> found(Topic... topics) throws IOException {
        return Judge.judge(
                        context(), topics.length == 0 ? Set.of(Topic.values()) : Set.of(topics), Severities.unchanged())
                .stream()
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
    }

    private List<Finding> judged() throws IOException {
        return Judge.judge(context(), Set.of(Topic.values()), Severities.unchanged());
    }

    private Context context() throws IOException {
        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        return new Context(
                inventory,
                Grouping.of(inventory, CLUSTER, Set.of()),
                CLUSTER,
                ChangeWindow.at(Times.NOW),
                Duration.ofDays(30));
    }
}
