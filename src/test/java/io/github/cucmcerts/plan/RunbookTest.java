package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.Planned.IMP;
import static io.github.cucmcerts.plan.Planned.PUB;
import static io.github.cucmcerts.plan.Planned.SUB;
import static io.github.cucmcerts.plan.Planned.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.Plan.Left;
import io.github.cucmcerts.plan.Plan.Part;
import io.github.cucmcerts.plan.Plan.Section;
import io.github.cucmcerts.plan.Plan.Step;
import io.github.cucmcerts.plan.procedure.Mark;
import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookTest {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    /** It starts after the root of the sets, and it has expired. */
    private static final Cert NEWER_ROOT = Cert.root("Example Root CA", with -> with.valid("2021-01-01", "2025-01-01"));

    private static final String REPLICATION =
            "Wait until tomcat-trust on each of these nodes contains the root and the intermediates. Without them, the node"
                    + " rejects its certificate. The replication can need up to 30 minutes. If a node still does not have"
                    + " them, upload them on this node. The Administration Guide says that this store replicates to all"
                    + " nodes, but in another place it says to upload CA certificates on each node.";

    private static final Cert OTHER_KEY = Cert.root(
            "Example Root CA", with -> with.key(Keys.rsa("another root")).valid("2021-01-01", "2041-01-01"));

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = Tree.in(directory.resolve("certs"));
    }

    @Test
    void uploadsTheRootThenTheIntermediateThenTheLeafOnTheNodeOfTheCsr() throws IOException {
        tree.set(PUB + "/tomcat");
        assertThat(uploads("tomcat"))
                .containsExactly(
                        "On " + PUB + ": upload the root as tomcat-trust.",
                        "On " + PUB + ": upload the intermediate as tomcat-trust.",
                        "On " + PUB + ", which generated the CSR: upload the certificate as tomcat.");
        Step root = steps("tomcat", "Uploads").get(1);
        assertThat(root.facts())
                .extracting(fact -> fact.label() + ": " + fact.value())
                .containsExactly(
                        "File: 10-cucm-pub-tomcat-trust-root.pem",
                        "Made from: " + PUB + "/tomcat/root.pem",
                        "Subject: O=Example,CN=Example Root CA",
                        "Serial: " + GOOD.root().serial(),
                        "SHA-256: " + GOOD.root().sha256(),
                        "Valid: 2020-01-01 00:00 to 2040-01-01 00:00 UTC",
                        "Expected result: Adds the certificate. The store has no other certificate with the same name.",
                        "CUCM says: Certificate upload operation successful, for " + PUB + ", " + SUB + ", " + IMP);
    }

    @Test
    void uploadsToAReplicatingStoreOnceAndThePublisherComesFirst() throws IOException {
        tree.set("a-node.example.com/tomcat").set(SUB + "/tomcat").set(PUB + "/tomcat");
        assertThat(uploads("tomcat"))
                .containsExactly(
                        "On " + PUB + ": upload the root as tomcat-trust.",
                        "On " + PUB + ": upload the intermediate as tomcat-trust.",
                        "On " + PUB + ", which generated the CSR: upload the certificate as tomcat.",
                        "Skip O=Example,CN=Example Root CA: step 10 uploaded it to tomcat-trust.",
                        "Skip O=Example,CN=Example Issuing CA: step 11 uploaded it to tomcat-trust.",
                        REPLICATION,
                        "On " + SUB + ", which generated the CSR: upload the certificate as tomcat.",
                        "Skip O=Example,CN=Example Root CA: step 10 uploaded it to tomcat-trust.",
                        "Skip O=Example,CN=Example Issuing CA: step 11 uploaded it to tomcat-trust.",
                        "On a-node.example.com, which generated the CSR: upload the certificate as tomcat.");
        assertThat(ticks("tomcat", "After the uploads")).containsExactly(PUB, SUB, "a-node.example.com");
    }

    @Test
    void uploadsOnceToTheStoreOfEachNode() throws IOException {
        tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB)).set(SUB + "/ipsec", GoodSet.ipsec(SUB));
        assertThat(uploads("ipsec"))
                .contains(
                        "On " + PUB + ": upload the root as ipsec-trust.",
                        "On " + SUB + ": upload the root as ipsec-trust.")
                .hasSize(6);
    }

    @Test
    void uploadsOnceToTheStoreThatTwoPurposesShare() throws IOException {
        tree.set(PUB + "/tomcat").set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB));
        assertThat(uploads("tomcat-ECDSA"))
                .containsExactly(
                        "Skip O=Example,CN=Example Root CA: step 10 uploaded it to tomcat-trust.",
                        "Skip O=Example,CN=Example Issuing CA: step 11 uploaded it to tomcat-trust.",
                        "On " + PUB + ", which generated the CSR: upload the certificate as tomcat-ECDSA.");
    }

    @Test
    void skipsWhatTheStoreContainsAndShowsWhatAnUploadReplaces() throws IOException {
        Cert former = Cert.root("Example Root CA", with -> with.valid("2015-01-01", "2035-01-01"));
        Csr renewed = Csr.of(PUB, with -> with.key(Keys.rsa("renewed")));
        Cert served = GOOD.leaf(with -> with.valid("2024-01-01", "2027-01-01")).leaf();
        tree.set(PUB + "/tomcat", GOOD.csr(renewed))
                .file("deployed/tomcat-trust/intermediate.pem", GOOD.intermediate())
                .file("deployed/tomcat-trust/former.pem", former)
                .file("deployed/" + PUB + "/tomcat/old.pem", served);
        assertThat(uploads("tomcat"))
                .containsExactly(
                        "On " + PUB + ": upload the root as tomcat-trust.",
                        "Skip O=Example,CN=Example Issuing CA: tomcat-trust already contains it.",
                        "On " + PUB + ", which generated the CSR: upload the certificate as tomcat.");
        assertThat(facts("tomcat", "Expected result"))
                .containsExactly(
                        "Replaces the existing certificate with the same name: serial " + former.serial()
                                + ", 2015-01-01 00:00 to 2035-01-01 00:00 UTC, deployed/tomcat-trust/former.pem.",
                        "Replaces the certificate in use today: serial " + served.serial()
                                + ", 2024-01-01 00:00 to 2027-01-01 00:00 UTC, deployed/" + PUB
                                + "/tomcat/old.pem. The CSR disappears.");
        List<Step> before = steps("Before you begin", "");
        assertThat(before.get(before.size() - 1).ticks())
                .singleElement()
                .asString()
                .startsWith("tomcat-trust: contains O=Example,CN=Example Root CA (serial " + former.serial())
                .contains(", contains O=Example,CN=Example Issuing CA (serial ")
                .endsWith(", no other certificate with one of these names: Example Root CA");
    }

    @Test
    void deletesWhatKeepsARootOutFirst() throws IOException {
        tree.set(PUB + "/tomcat").file("deployed/tomcat-trust/newer.pem", NEWER_ROOT);
        assertThat(uploads("tomcat"))
                .startsWith(
                        "On " + PUB
                                + ": go to Certificate Management > Find, and compare the serial. Delete O=Example,CN=Example"
                                + " Root CA from tomcat-trust. The certificate to upload becomes valid earlier or at the same time,"
                                + " so the store would keep this one.",
                        "On " + PUB + ": upload the root as tomcat-trust.");
        assertThat(facts("tomcat", "Serial").get(0)).isEqualTo(NEWER_ROOT.serial());
        assertThat(facts("tomcat", "Side effects"))
                .containsExactly("None. The certificate to upload has the same key.");
        assertThat(facts("tomcat", "Expected result").get(0))
                .isEqualTo("Adds the certificate. The store has no other certificate with the same name.");
        assertThat(steps("tomcat", "Uploads"))
                .anyMatch(step -> step.text().toString().startsWith("The documents differ on deletions"))
                .anyMatch(step -> step.mark() == Mark.CANNOT_BE_UNDONE
                        && step.text().toString().contains("Delete O=Example,CN=Example Root CA"));
    }

    @Test
    void showsTheSideEffectsOfADeletion() throws IOException {
        tree.set(PUB + "/tomcat")
                .file("deployed/tomcat-trust/newer.pem", OTHER_KEY)
                .file("deployed/tomcat-trust/other.pem", OTHER_KEY.intermediate("Other CA"));
        assertThat(facts("tomcat", "Side effects"))
                .containsExactly(
                        "Its key signed deployed/tomcat-trust/other.pem. After this step, CUCM can no longer validate them"
                                + " with this store.");
    }

    @Test
    void leavesOutADeletionThatBreaksAnotherSet() throws IOException {
        Csr csr = Csr.of(SUB);
        tree.set(PUB + "/tomcat")
                .file("deployed/tomcat-trust/newer.pem", OTHER_KEY)
                .file(SUB + "/tomcat/tomcat.csr", csr)
                .file(SUB + "/tomcat/tomcat.pem", OTHER_KEY.sign(csr));
        assertThat(left("Do not upload"))
                .containsExactly(
                        PUB + "/tomcat: This upload would remove O=Example,CN=Example Root CA from tomcat-trust, but "
                                + SUB
                                + "/tomcat needs it. The store cannot contain all the certificates that are needed.");
        assertThat(uploads("tomcat")).hasSize(2).last().asString().contains(SUB);
    }

    @Test
    void plansOnlyOneOfTwoDeletionsThatExcludeEachOther() throws IOException {
        Csr csr = Csr.of(SUB);
        Cert later = Cert.root(
                "Example Root CA", with -> with.key(Keys.rsa("later root")).valid("2020-06-01", "2040-01-01"));
        tree.set(PUB + "/tomcat")
                .file("deployed/tomcat-trust/newer.pem", NEWER_ROOT)
                .file(SUB + "/tomcat/tomcat.csr", csr)
                .file(SUB + "/tomcat/tomcat.pem", later.sign(csr))
                .file(SUB + "/tomcat/root.pem", later);
        assertThat(left("Do not upload")).hasSize(1);
        assertThat(uploads("tomcat"))
                .filteredOn(text -> text.contains(" Delete "))
                .hasSize(1);
        assertThat(uploads("tomcat"))
                .filteredOn(text -> text.contains("upload the root"))
                .hasSize(1);
        assertThat(facts("tomcat", "Expected result")).noneMatch(text -> text.contains("accepted"));
    }

    @Test
    void showsTheSideEffectsOfAReplacementWithAnotherKey() throws IOException {
        Cert former = Cert.root(
                "Example Root CA", with -> with.key(Keys.rsa("another root")).valid("2015-01-01", "2035-01-01"));
        tree.set(PUB + "/tomcat")
                .file("deployed/tomcat-trust/former.pem", former)
                .file("deployed/tomcat-trust/other.pem", former.intermediate("Other CA"));
        assertThat(facts("tomcat", "Side effects"))
                .singleElement()
                .asString()
                .startsWith("Its key signed deployed/tomcat-trust/other.pem");
    }

    @Test
    void restartsANodeThatIsNotConfigured() throws IOException {
        tree.set(PUB + "/CallManager", set("cm")).set("forgotten.example.com/CallManager", set("forgotten"));
        assertThat(ticks("CallManager", "After the uploads")).containsExactly(PUB, SUB, "forgotten.example.com");
    }

    @Test
    void listsBlockedSetsFirstWithTheReason() throws IOException {
        tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB)))
                .set(SUB + "/tomcat")
                .file(PUB + "/ipsec/ipsec.csr", Csr.of(PUB, with -> with.key(Keys.rsa("ipsec"))))
                .set(SUB + "/ipsec", GoodSet.ipsec(SUB))
                .file("deployed/" + SUB + "/ipsec/ipsec.pem", GoodSet.ipsec(SUB).leaf());
        assertThat(left("Do not upload"))
                .singleElement()
                .asString()
                .startsWith(PUB + "/tomcat: " + PUB + "/tomcat/tomcat.pem: ")
                .contains("DNS:www." + PUB)
                .endsWith(" (san-added)");
        assertThat(left("Awaiting a certificate")).containsExactly(PUB + "/ipsec: ");
        assertThat(plan().left().get(0).title()).isEqualTo("Do not upload");
        assertThat(plan().left().get(0).note().toString())
                .contains("A blocked set that is not listed here has steps and files");
        assertThat(uploads("tomcat")).noneMatch(text -> text.contains(PUB + ", which generated the CSR"));
    }

    @Test
    void listsDeployedSetsAndDoesNotUploadThem() throws IOException {
        tree.set(PUB + "/tomcat", GOOD).file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf());
        assertThat(left("Already deployed")).containsExactly(PUB + "/tomcat: ");
        assertThat(plan().parts()).isEmpty();
        assertThat(Planned.in(tree).markdown()).contains("There is nothing to upload.");
    }

    @Test
    void uploadsASetWithAnAcceptedFindingAndShowsIt() throws IOException {
        tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB)));
        Waiver waiver = new Waiver(
                "san-added",
                Optional.of(new Glob("**")),
                Optional.empty(),
                new Acceptance("the lab accepted it", LocalDate.of(2026, 12, 31)),
                Message.of("reason.the-pom", "the POM"));
        Plan plan = Planned.in(tree).waiving(waiver).plan();
        assertThat(left(plan, "Upload with an accepted finding"))
                .singleElement()
                .asString()
                .endsWith("(san-added) Accepted until 2026-12-31: the lab accepted it.");
        assertThat(plan.parts()).extracting(Part::title).contains("tomcat");
    }

    @Test
    void tvsGetsItsOwnChangeWindowAfterCallManager() throws IOException {
        tree.set(PUB + "/TVS", set("tvs")).set(PUB + "/CallManager", set("cm")).set(PUB + "/cup", set("cup"));
        assertThat(plan().parts())
                .extracting(Part::title)
                .containsExactly(
                        "Before you begin",
                        "CallManager",
                        "cup",
                        "Others affected",
                        "Verify",
                        "Second change window: TVS",
                        "Verify the second change window",
                        "If CUCM rejects an upload");
        assertThat(steps("Second change window: TVS", "Before the second change window")
                        .get(0)
                        .text()
                        .toString())
                .startsWith("Check that all phones have registered again after the CallManager change");
        assertThat(steps("Second change window: TVS", "Before the second change window")
                        .get(1)
                        .text()
                        .toString())
                .startsWith("Check TVS again for this change window: run the goal check with");
        for (String part : List.of("CallManager", "Second change window: TVS")) {
            assertThat(steps(part, "Impact"))
                    .anyMatch(step -> step.text().toString().startsWith("Never change CallManager and TVS together"));
        }
    }

    /** The steps before the first window are done and checked off, so the second window has its own. */
    @Test
    void theSecondChangeWindowHasOnlyTheStepsThatTvsNeeds() throws IOException {
        tree.set(PUB + "/TVS", set("tvs")).set(PUB + "/CallManager", set("cm")).set(PUB + "/tomcat");
        Plan plan = Planned.in(tree).cluster(cluster("12.5", true, true)).plan();
        List<String> before = texts(part(plan, "Second change window: TVS"), "Before the second change window");
        assertThat(before)
                .anyMatch(text -> text.startsWith("In Disaster Recovery System, take a backup"))
                .anyMatch(text -> text.startsWith("On the publisher, run show ctl and show itl"))
                .noneMatch(text -> text.contains("single sign-on off"))
                .noneMatch(text -> text.startsWith("Look at what expires"))
                .noneMatch(text -> text.contains("Repeat"))
                .last()
                .asString()
                .startsWith("For each line, go to Certificate Management of the node");
        List<Step> stores =
                part(plan, "Second change window: TVS").sections().get(0).steps();
        assertThat(stores.get(stores.size() - 1).ticks())
                .singleElement()
                .asString()
                .startsWith("TVS-trust of " + PUB);
        assertThat(texts(part(plan, "Before you begin"), "")).noneMatch(text -> text.contains("TVS-trust"));
        for (String part : List.of("tomcat", "Second change window: TVS")) {
            assertThat(texts(part(plan, part), "Uploads")).anyMatch(text -> text.startsWith("For each upload: "));
        }
        assertThat(texts(part(plan, "CallManager"), "Uploads")).noneMatch(text -> text.startsWith("For each upload: "));
    }

    @Test
    void singleSignOnGoesOffAfterEverythingThatCanStopTheChange() throws IOException {
        tree.set(PUB + "/tomcat");
        Plan plan = Planned.in(tree).cluster(cluster("14SU3", false, true)).plan();
        assertThat(texts(part(plan, "Before you begin"), ""))
                .endsWith(
                        "Make sure that someone with access to the identity provider is available: you need this person to turn"
                                + " single sign-on on again after the uploads. Then turn SAML single sign-on off: go to Cisco"
                                + " Unified CM Administration > System > SAML Single Sign-On > Disable SAML SSO. If single"
                                + " sign-on is per node, do this on every node.");
    }

    @Test
    void siblingsAreOnePurposeInTheOrder() throws IOException {
        String caution = "The documents differ on the order of the purposes.";
        tree.set(PUB + "/CallManager", set("cm")).set(PUB + "/CallManager-ECDSA", GoodSet.ecdsa(PUB));
        assertThat(Planned.in(tree).markdown()).doesNotContain(caution);
        tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB));
        assertThat(Planned.in(tree).markdown()).contains(caution);
    }

    @Test
    void imAndPresenceNodesHaveNoCallManagerTrust() throws IOException {
        tree.set(PUB + "/CallManager", set("cm"));
        assertThat(facts("CallManager", "CUCM says"))
                .first()
                .isEqualTo("Certificate upload operation successful, for " + PUB + ", " + SUB);
    }

    @Test
    void newerVersionsListRestartsAfterBothTomcatCertificates() throws IOException {
        tree.set(PUB + "/tomcat").set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB)).set(PUB + "/CallManager", set("cm"));
        assertThat(facts("tomcat", "Or, newer versions"))
                .singleElement()
                .asString()
                .contains("Cisco DRF Master");
        assertThat(facts("tomcat-ECDSA", "Or, newer versions"))
                .singleElement()
                .asString()
                .contains("shows this message for the tomcat certificate", "Write down what the screen lists")
                .doesNotContain("Cisco DRF Master");
        assertThat(facts("CallManager", "Or, newer versions")).isEmpty();
    }

    /** The Intercluster Sync Agent works while people wait for the replication. */
    @Test
    void waitsThatOverlapCountOnce() throws IOException {
        tree.set(PUB + "/tomcat");
        Plan plan = plan();
        assertThat(plan.duration()).startsWith("Up to 30 minutes of waiting (step ");
        assertThat(part(plan, "Others affected").sections().get(0).steps())
                .filteredOn(step -> step.mark().label(Language.ENGLISH).equals("Wait 30 minutes"))
                .hasSize(1);
    }

    private static List<String> texts(Part part, String section) {
        return part.sections().stream()
                .filter(it -> it.title().equals(section))
                .flatMap(it -> it.steps().stream())
                .map(step -> step.text().toString())
                .toList();
    }

    @Test
    void tvsWaitsForCallManagerEvenIfThatIsBlocked() throws IOException {
        tree.set(PUB + "/TVS", set("tvs"))
                .set(PUB + "/CallManager", set("cm").leaf(with -> with.valid("2024-01-01", "2025-01-01")));
        assertThat(left("Do not upload")).singleElement().asString().startsWith(PUB + "/CallManager: ");
        assertThat(plan().parts())
                .extracting(Part::title)
                .containsExactly(
                        "Before you begin",
                        "Second change window: TVS",
                        "Verify the second change window",
                        "If CUCM rejects an upload");
    }

    @Test
    void onlyTvsNeedsNoSecondChangeWindow() throws IOException {
        tree.set(PUB + "/TVS", set("tvs")).set(PUB + "/CallManager", set("cm"));
        Plan plan = Planned.in(tree).purposes(Purpose.TVS).plan();
        assertThat(plan.parts()).extracting(Part::title).contains("TVS").doesNotContain("CallManager");
    }

    @Test
    void uploadsAMultiServerCertificateOnceOnThePublisher() throws IOException {
        GoodSet set = multiServer("cucm-pub-ms.example.com");
        tree.set("cucm-pub-ms.example.com/tomcat", set)
                .file(SUB + "/tomcat/copy.pem", set.leaf())
                .file(PUB + "/tomcat/copy.pem", set.leaf());
        assertThat(uploads("tomcat"))
                .contains("On " + PUB + ", once for all nodes: upload the certificate as tomcat.")
                .hasSize(3);
        assertThat(left("Part of another upload set"))
                .containsExactly(
                        PUB
                                + "/tomcat: It is also the certificate of cucm-pub-ms.example.com/tomcat. One upload is enough: the one for cucm-pub-ms.example.com/tomcat, on"
                                + " the node that generated the CSR.",
                        SUB
                                + "/tomcat: It is also the certificate of cucm-pub-ms.example.com/tomcat. One upload is enough: the one for cucm-pub-ms.example.com/tomcat, on"
                                + " the node that generated the CSR.");
        assertThat(ticks("tomcat", "After the uploads")).containsExactly(PUB, SUB, IMP);
    }

    @Test
    void usesTheNodesOfTheSanIfNoneAreConfigured() throws IOException {
        tree.set("cucm-pub-ms.example.com/tomcat", multiServer("cucm-pub-ms.example.com"));
        Plan plan = Planned.in(tree).cluster(Cluster.unknown()).plan();
        Section after = part(plan, "tomcat").sections().get(2);
        assertThat(after.steps().get(0).ticks()).extracting(Words::toString).containsExactly(PUB, SUB, IMP);
        assertThat(part(plan, "tomcat").nodes()).hasToString("the publisher");
    }

    @Test
    void reusesTheTomcatCertificateForCallManager() throws IOException {
        GoodSet set = multiServer("cucm-pub-ms.example.com");
        tree.set("cucm-pub-ms.example.com/tomcat", set)
                .set("cucm-pub-ms.example.com/CallManager", set)
                .without("cucm-pub-ms.example.com/CallManager/CallManager.csr");
        Plan plan = Planned.in(tree).cluster(cluster("14SU2", true, false)).plan();
        List<String> steps = part(plan, "CallManager").sections().stream()
                .flatMap(section -> section.steps().stream())
                .map(step -> step.text().toString())
                .toList();
        assertThat(steps).anyMatch(text -> text.contains("Certificate Management > Reuse Certificate. Choose tomcat"));
        assertThat(steps).noneMatch(text -> text.contains("upload the certificate as CallManager"));
        assertThat(steps)
                .containsSubsequence(
                        "Run utils service restart Cisco HAProxy on one node at a time, the publisher first.",
                        "Update the CTL file: run utils ctl update CTLFile on the publisher.");
    }

    @Test
    void doesNotReuseTheTomcatCertificateBeforeTomcatHasIt() throws IOException {
        GoodSet set = multiServer("cucm-pub-ms.example.com");
        tree.set("cucm-pub-ms.example.com/tomcat", set)
                .set("cucm-pub-ms.example.com/CallManager", set)
                .without("cucm-pub-ms.example.com/CallManager/CallManager.csr");
        Plan before14 = Planned.in(tree).cluster(cluster("12.5", false, false)).plan();
        assertThat(left(before14, "Do not upload"))
                .singleElement()
                .asString()
                .startsWith("cucm-pub-ms.example.com/CallManager: ")
                .endsWith("(csr-missing)");
        Plan withoutTomcat = Planned.in(tree)
                .cluster(cluster("14", false, false))
                .purposes(Purpose.CALL_MANAGER)
                .plan();
        assertThat(withoutTomcat.parts()).isEmpty();
    }

    @Test
    void uploadsToTheStoresOfNodesThatOnlyTheSanNames() throws IOException {
        tree.set("imp-ms.example.com/cup-xmpp", multiServer("imp-ms.example.com"));
        Plan plan = Planned.in(tree).cluster(Cluster.unknown()).plan();
        assertThat(part(plan, "cup-xmpp").sections().get(1).steps())
                .filteredOn(step -> step.number().isPresent())
                .first()
                .extracting(step -> step.text().toString())
                .isEqualTo("On " + PUB + ", " + SUB + ", " + IMP + ": upload the root as cup-xmpp-trust.");
    }

    @Test
    void doesNotUploadTheCapfCertificateOfASubscriber() throws IOException {
        tree.set(SUB + "/CAPF", GoodSet.capf(SUB));
        assertThat(left("Do not upload"))
                .containsExactly(
                        SUB
                                + "/CAPF: CUCM uses only the publisher's CAPF certificate. An upload on this node changes nothing.");
        assertThat(plan().parts()).isEmpty();
        tree.set(PUB + "/CAPF", GoodSet.capf(PUB));
        assertThat(uploads("CAPF")).hasSize(3).last().asString().contains(PUB);
    }

    @Test
    void waitsOnceForTheCaCertificatesBeforeAnotherNodeGetsItsLeaf() throws IOException {
        tree.set(PUB + "/tomcat").set(SUB + "/tomcat").set(IMP + "/tomcat", GoodSet.of(IMP));
        Plan plan = plan();
        assertThat(part(plan, "tomcat").sections().get(1).steps())
                .filteredOn(step -> step.text().toString().equals(REPLICATION))
                .singleElement()
                .satisfies(step -> assertThat(step.mark()).isEqualTo(Mark.WAIT_30_MINUTES))
                .satisfies(step ->
                        assertThat(step.ticks()).extracting(Words::toString).containsExactly(SUB, IMP));
        assertThat(plan.duration()).startsWith("Up to 60 minutes of waiting (steps 13, ");
    }

    /** The store has them, or only the publisher needs them. */
    @Test
    void waitsForNoReplicationThatNoNodeNeeds() throws IOException {
        tree.set(PUB + "/tomcat");
        assertThat(uploads("tomcat")).hasSize(3).doesNotContain(REPLICATION);
        tree.set(SUB + "/tomcat")
                .file("deployed/tomcat-trust/root.pem", GOOD.root())
                .file("deployed/tomcat-trust/intermediate.pem", GOOD.intermediate());
        assertThat(uploads("tomcat")).doesNotContain(REPLICATION);
    }

    /** CUCM writes the parent domain before the name of the node. */
    @Test
    void aCsrWithoutANodeFolderNamesItsNode() throws IOException {
        GoodSet capf = GoodSet.capf(PUB)
                .csr(Csr.of(
                        "CAPF-1a2b3c4d",
                        with -> with.san("DNS:" + PUB)
                                .extendedKeyUsage("serverAuth")
                                .keyUsage("digitalSignature", "keyCertSign")))
                .leaf(with -> with.ca(0));
        tree.set("tomcat", GOOD.csr(Csr.of(PUB, with -> with.san("DNS:example.com", "DNS:cucm-pub"))))
                .set("CAPF", capf);
        assertThat(uploads("tomcat"))
                .last()
                .isEqualTo("On " + PUB + ", which generated the CSR: upload the certificate as tomcat.");
        assertThat(ticks("tomcat", "After the uploads")).containsExactly(PUB);
        assertThat(uploads("CAPF"))
                .last()
                .isEqualTo("On the node, which generated the CSR: upload the certificate as CAPF.");
    }

    @Test
    void doesNotReuseATomcatCertificateThatIsLeftOut() throws IOException {
        Csr csr = Csr.of(SUB, with -> with.key(Keys.ec(SUB)));
        GoodSet set = multiServer("cucm-pub-ms.example.com");
        tree.set("cucm-pub-ms.example.com/tomcat", set)
                .set("cucm-pub-ms.example.com/CallManager", set)
                .without("cucm-pub-ms.example.com/CallManager/CallManager.csr")
                .file("deployed/tomcat-trust/newer.pem", OTHER_KEY)
                .file(SUB + "/tomcat-ECDSA/tomcat.csr", csr)
                .file(SUB + "/tomcat-ECDSA/tomcat.pem", OTHER_KEY.sign(csr));
        Plan plan = Planned.in(tree).cluster(cluster("14SU2", true, false)).plan();
        assertThat(left(plan, "Do not upload"))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .startsWith("cucm-pub-ms.example.com/tomcat: This upload would remove "),
                        text -> assertThat(text)
                                .startsWith("cucm-pub-ms.example.com/CallManager: It is the certificate of "
                                        + "cucm-pub-ms.example.com/tomcat."));
        assertThat(plan.parts())
                .extracting(Part::title)
                .contains("tomcat-ECDSA")
                .doesNotContain("tomcat", "CallManager");
    }

    /** The Tomcat certificate of a node matters only to the services of this node. */
    @Test
    void restartsTheServicesOfCallManagerNodesOnlyWhereTomcatChanges() throws IOException {
        tree.set(IMP + "/tomcat", GoodSet.of(IMP));
        for (String release : List.of("12.5", "14SU3")) {
            Planned planned = Planned.in(tree).cluster(cluster(release, false, false));
            assertThat(texts(part(planned.plan(), "tomcat"), "After the uploads"))
                    .noneMatch(text -> text.contains("Restart Cisco CallManager"))
                    .noneMatch(text -> text.contains("Restart Cisco TFTP"))
                    .noneMatch(text -> text.contains("Cisco AXL Tomcat on one node"))
                    .anyMatch(text -> text.startsWith("Run utils service restart Cisco Tomcat"));
        }
        tree.set(SUB + "/tomcat");
        assertThat(part(Planned.in(tree).cluster(cluster("12.5", false, false)).plan(), "tomcat").sections().stream()
                        .flatMap(section -> section.steps().stream())
                        .filter(step -> step.mark() == Mark.DROPS_CALLS)
                        .flatMap(step -> step.ticks().stream())
                        .map(Words::toString))
                .containsExactly(SUB);
    }

    @Test
    void singleSignOnComesBackOnEvenIfCucmRejectsTomcat() throws IOException {
        String rejected = "If you turned SAML single sign-on off, turn it on again, even if CUCM accepted no";
        String caution = "If you turned SAML single sign-on off, turn it on again before you stop.";
        tree.set(PUB + "/CallManager", set("cm"));
        assertThat(Planned.in(tree).cluster(cluster("14SU3", false, true)).markdown())
                .doesNotContain(rejected, caution);
        tree.set(PUB + "/tomcat");
        assertThat(Planned.in(tree).cluster(cluster("14SU3", false, false)).markdown())
                .doesNotContain(rejected, caution);
        Plan plan = Planned.in(tree).cluster(cluster("14SU3", false, true)).plan();
        assertThat(texts(part(plan, "If CUCM rejects an upload"), ""))
                .last()
                .asString()
                .startsWith(rejected);
        assertThat(texts(part(plan, "Before you begin"), "")).contains(caution);
    }

    @Test
    void theImAndPresencePublisherSendsItsCaCertificatesFirst() throws IOException {
        tree.set(IMP + "/cup");
        assertThat(uploads("cup"))
                .hasSize(5)
                .containsSubsequence(
                        "Run utils service restart Cisco Intercluster Sync Agent to send the CA certificates to other clusters.",
                        "If there are intercluster peers, go to Cisco Unified CM IM and Presence Administration > Diagnostics > System Troubleshooter on the IM and Presence publisher of each peer. Wait until it shows that security certificates were exchanged.");
    }

    @Test
    void onlyAFipsClusterIsWarnedOfTheSwitch() throws IOException {
        tree.set(PUB + "/tomcat");
        String caution = "If you want to turn FIPS mode on or off, do it before this change window, not after it.";
        assertThat(Planned.in(tree).cluster(secure(true, false)).markdown()).contains(caution);
        assertThat(Planned.in(tree).cluster(secure(false, true)).markdown()).doesNotContain(caution);
    }

    @Test
    void onlyCommonCriteriaModeNeedsFullNamesAndTheAnswerOfOcsp() throws IOException {
        tree.set(PUB + "/tomcat");
        List<String> texts = List.of(
                "Common Criteria mode checks host names strictly.",
                "In Common Criteria mode with OCSP, an upload fails if");
        assertThat(Planned.in(tree).cluster(secure(false, true)).markdown()).contains(texts);
        assertThat(Planned.in(tree).cluster(secure(true, false)).markdown())
                .doesNotContain(texts.toArray(String[]::new));
    }

    private static Cluster secure(boolean fips, boolean commonCriteria) {
        return new Cluster(
                Planned.THREE_NODES.publisher(),
                Planned.THREE_NODES.subscribers(),
                Planned.THREE_NODES.presence(),
                Optional.empty(),
                false,
                false,
                fips,
                commonCriteria,
                List.of());
    }

    @Test
    void theSameDirectoryGivesTheSamePlan() throws IOException {
        tree.set(PUB + "/tomcat").set(SUB + "/CallManager", set("cm"));
        assertThat(Planned.in(tree).markdown()).isEqualTo(Planned.in(tree).markdown());
        assertThat(Planned.in(tree).page()).isEqualTo(Planned.in(tree).page());
    }

    @Test
    void ssoComesBackOnAfterTheLastTomcatCertificate() throws IOException {
        tree.set(PUB + "/tomcat");
        Cluster sso = cluster("14SU3", false, true);
        assertThat(single(sso, "tomcat")).isEqualTo(1);
        tree.set(PUB + "/tomcat-ECDSA", GoodSet.ecdsa(PUB));
        assertThat(single(sso, "tomcat")).isZero();
        assertThat(single(sso, "tomcat-ECDSA")).isEqualTo(1);
    }

    private long single(Cluster cluster, String purpose) throws IOException {
        return part(Planned.in(tree).cluster(cluster).plan(), purpose).sections().stream()
                .flatMap(section -> section.steps().stream())
                .filter(step -> step.text().toString().contains("turn SAML SSO on again"))
                .count();
    }

    @Test
    void timesAreInTheWindowsOwnOffset() throws IOException {
        tree.set(PUB + "/tomcat");
        Plan plan = Planned.in(tree)
                .window(ChangeWindow.parse("2026-12-01T22:00:00-06:00"))
                .plan();
        assertThat(plan.window()).isEqualTo("2026-12-01 22:00 -06:00 (2026-12-02 04:00 UTC)");
        assertThat(part(plan, "tomcat").sections().get(1).steps().get(2).facts())
                .extracting(fact -> fact.value().toString())
                .contains("2019-12-31 18:00 to 2039-12-31 18:00 -06:00 (2020-01-01 00:00 to 2040-01-01 00:00 UTC)");
    }

    @Test
    void settingsThatAreNotSetShareALine() throws IOException {
        tree.set(PUB + "/tomcat");
        assertThat(Planned.in(tree).cluster(Cluster.unknown()).plan().settings())
                .extracting(fact -> fact.label() + ": " + fact.value())
                .containsExactly(
                        "Mixed mode: no",
                        "SAML single sign-on: no",
                        "Not set: Release, Publisher, Subscribers, IM and Presence, FIPS mode, Common Criteria mode");
    }

    @Test
    void settingsHaveTheModesThatAreOn() throws IOException {
        tree.set(PUB + "/tomcat");
        assertThat(Planned.in(tree).cluster(secure(true, true)).plan().settings())
                .extracting(fact -> fact.label() + ": " + fact.value())
                .contains("FIPS mode: yes", "Common Criteria mode: yes", "Not set: Release");
    }

    @Test
    void showsRisksAndWaitsInTheOutline() throws IOException {
        tree.set(PUB + "/CallManager", set("cm"));
        Plan plan = Planned.in(tree).cluster(cluster("12.5", true, false)).plan();
        assertThat(part(plan, "CallManager").risks())
                .extracting(step -> step.mark().label(Language.ENGLISH) + ": " + step.text())
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("Affects all phones: Update the CTL file"),
                        text -> assertThat(text).startsWith("Drops calls: ").contains("Restart Cisco CallManager"),
                        text -> assertThat(text).startsWith("Cannot be undone: Reset all phones"));
        int wait = part(plan, "CallManager").sections().stream()
                .flatMap(section -> section.steps().stream())
                .filter(step -> step.mark() == Mark.WAIT_30_MINUTES)
                .findFirst()
                .orElseThrow()
                .number()
                .orElseThrow();
        assertThat(plan.duration())
                .isEqualTo("Up to 30 minutes of waiting (step " + wait
                        + "). The documents give no times for the other steps.");
    }

    private static GoodSet set(String label) {
        return GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.key(Keys.rsa(label))));
    }

    private static GoodSet multiServer(String name) {
        return GoodSet.of(name)
                .csr(Csr.of(
                        name,
                        with -> with.san("DNS:" + name, "DNS:" + PUB, "DNS:" + SUB, "DNS:" + IMP, "DNS:example.com")));
    }

    private Plan plan() throws IOException {
        return Planned.in(tree).plan();
    }

    private static Part part(Plan plan, String title) {
        return plan.parts().stream()
                .filter(part -> part.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<Step> steps(String part, String section) throws IOException {
        return part(plan(), part).sections().stream()
                .filter(it -> it.title().equals(section))
                .flatMap(it -> it.steps().stream())
                .toList();
    }

    /** The texts of a purpose's uploads, without the notes before them. */
    private List<String> uploads(String purpose) throws IOException {
        return steps(purpose, "Uploads").stream()
                .filter(step ->
                        step.number().isPresent() || step.text().toString().startsWith("Skip "))
                .map(step -> step.text().toString())
                .toList();
    }

    private List<String> ticks(String part, String section) throws IOException {
        return steps(part, section).get(0).ticks().stream().map(Words::toString).toList();
    }

    private List<String> facts(String part, String label) throws IOException {
        return part(plan(), part).sections().stream()
                .flatMap(section -> section.steps().stream())
                .flatMap(step -> step.facts().stream())
                .filter(fact -> fact.label().equals(label))
                .map(fact -> fact.value().toString())
                .toList();
    }

    private List<String> left(String title) throws IOException {
        return left(plan(), title);
    }

    private static List<String> left(Plan plan, String title) {
        return plan.left().stream()
                .filter(left -> left.title().equals(title))
                .map(Left::items)
                .flatMap(List::stream)
                .map(item -> item.set() + ": "
                        + String.join(
                                " ",
                                item.reasons().stream().map(Words::toString).toList()))
                .toList();
    }
}
