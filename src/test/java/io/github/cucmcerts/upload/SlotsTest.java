package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Bundle;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which files belong to which node's slot: docs/directory.md. A set is written as its id and the files of its CSR and
 * leaf, then whether it is for several nodes, and whether it is deployed.
 */
class SlotsTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub1.example.com";
    private static final String MULTI = "cucm-pub-ms.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet OTHER = GoodSet.of(SUB);
    private static final GoodSet RENEWED = GoodSet.of(PUB)
            .csr(Csr.of(PUB, with -> with.key(Keys.rsa("renewed"))))
            .leaf(with -> with.valid("2026-02-01", "2028-02-01"));
    private static final GoodSet ALL_NODES =
            GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));

    @TempDir
    private Path temporary;

    private Tree tree;
    private List<String> configured = List.of();
    private Optional<Release> release = Optional.empty();

    @BeforeEach
    void directory() throws IOException {
        tree = Tree.in(Files.createDirectory(temporary.resolve("certs")));
    }

    @Test
    void aFlatDirectoryHasASetForEachCommonName() throws IOException {
        flat();
        assertThat(sets())
                .containsExactly(PUB + "/tomcat: pub-tomcat.csr pub-tomcat.pem", SUB + "/tomcat: sub1-tomcat.csr -");
    }

    @Test
    void oneCommonNameChangesNoId() throws IOException {
        tree.file("pub-tomcat.csr", GOOD.csr())
                .file("again-tomcat.csr", RENEWED.csr())
                .file("pub-tomcat.pem", GOOD.leaf());
        assertThat(sets()).containsExactly("tomcat: pub-tomcat.csr pub-tomcat.pem");
    }

    @Test
    void theNodeOfTheFolderKeepsItsId() throws IOException {
        tree.file("cucm-pub/tomcat/pub.csr", GOOD.csr()).file("cucm-pub/tomcat/sub1.csr", OTHER.csr());
        assertThat(sets())
                .containsExactly(
                        "cucm-pub/" + SUB + "/tomcat: cucm-pub/tomcat/sub1.csr -",
                        "cucm-pub/tomcat: cucm-pub/tomcat/pub.csr -");
    }

    @Test
    void withoutCsrsTheCommonNamesOfTheLeavesCount() throws IOException {
        tree.file("tomcat/pub.pem", GOOD.leaf()).file("tomcat/sub1.pem", OTHER.leaf());
        assertThat(sets()).containsExactly(PUB + "/tomcat: - tomcat/pub.pem", SUB + "/tomcat: - tomcat/sub1.pem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cucm-pub", "cucm-pub-ms.example.com", "cucm-pub-EC.example.com", "CUCM-PUB-EC-MS.EXAMPLE.COM"})
    void namesOfOneNodeAreOneSet(String name) throws IOException {
        tree.file("tomcat/a.csr", GOOD.csr()).file("tomcat/b.csr", Csr.of(name, with -> with.key(Keys.rsa("other"))));
        assertThat(ids()).containsExactly("tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cucm-pub.example.org", "cucm-pub2.example.com"})
    void namesOfTwoNodesAreTwoSets(String name) throws IOException {
        tree.file("tomcat/a.csr", GOOD.csr()).file("tomcat/b.csr", Csr.of(name, with -> with.key(Keys.rsa("other"))));
        assertThat(ids()).containsExactlyInAnyOrder(PUB + "/tomcat", name + "/tomcat");
    }

    @Test
    void anOldNameIsNotANodeOfItsOwnIfNodesAreConfigured() throws IOException {
        tree.file(PUB + "/tomcat/new.csr", GOOD.csr()).file(PUB + "/tomcat/old.csr", Csr.of("old-name.example.com"));
        configured = List.of(PUB, SUB);
        assertThat(ids()).containsExactly(PUB + "/tomcat");
        configured = List.of();
        assertThat(ids()).containsExactly(PUB + "/old-name.example.com/tomcat", PUB + "/tomcat");
    }

    @Test
    void theNumberInCapfsNameIsNotANode() throws IOException {
        tree.file("cucm-pub/CAPF/old.csr", Csr.of("CAPF-1a2b3c4d"))
                .file("cucm-pub/CAPF/new.csr", Csr.of("CAPF-5e6f7a8b"));
        assertThat(ids()).containsExactly("cucm-pub/CAPF");
    }

    @Test
    void aLeafThatAnswersNoCsrBelongsToTheSetWithItsName() throws IOException {
        flat();
        tree.file(
                "tomcat-wrong.pem",
                OTHER.leaf(with -> with.key(Keys.rsa("other"))).leaf());
        assertThat(sets())
                .containsExactly(
                        PUB + "/tomcat: pub-tomcat.csr pub-tomcat.pem",
                        SUB + "/tomcat: sub1-tomcat.csr tomcat-wrong.pem");
    }

    @Test
    void aLeafOfNoneOfTheNodesBelongsToTheFoldersSet() throws IOException {
        flat();
        tree.file("tomcat-third.pem", GoodSet.of("cucm-sub2.example.com").leaf());
        assertThat(sets())
                .containsExactly(
                        PUB + "/tomcat: pub-tomcat.csr pub-tomcat.pem",
                        SUB + "/tomcat: sub1-tomcat.csr -",
                        "tomcat: - tomcat-third.pem");
    }

    @Test
    void pairsOfTwoNodesAreNotEachOthersHistory() throws IOException {
        flat();
        tree.file(
                "sub1-tomcat.pem",
                OTHER.leaf(with -> with.valid("2026-01-02", "2028-01-01")).leaf());
        assertThat(uploads().sets()).allSatisfy(set -> {
            assertThat(set.match().history()).isEmpty();
            assertThat(set.match().unanswered()).isEmpty();
        });
    }

    @Test
    void aShortAndAFullFolderOfANodeAreOneSet() throws IOException {
        tree.file("cucm-pub/tomcat/tomcat.csr", GOOD.csr()).file(PUB + "/tomcat/tomcat.pem", GOOD.leaf());
        assertThat(sets()).containsExactly(PUB + "/tomcat: cucm-pub/tomcat/tomcat.csr " + PUB + "/tomcat/tomcat.pem");
    }

    @Test
    void aShortNameOfTwoNodesIsNeither() throws IOException {
        tree.file("cucm-pub/tomcat/tomcat.csr", GOOD.csr())
                .file(PUB + "/tomcat/tomcat.csr", RENEWED.csr())
                .file("cucm-pub.example.org/tomcat/tomcat.csr", Csr.of("cucm-pub.example.org"));
        assertThat(ids()).containsExactly(PUB + "/tomcat", "cucm-pub.example.org/tomcat", "cucm-pub/tomcat");
    }

    @Test
    void parametersAndDeployedChangeNoId() throws IOException {
        tree.file("cucm-pub/tomcat/tomcat.csr", GOOD.csr()).file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf());
        configured = List.of(PUB, SUB);
        assertThat(ids()).containsExactly("cucm-pub/tomcat");
    }

    @ParameterizedTest
    @CsvSource({
        "cup/tomcat/, cup/tomcat",
        "ca/cucm-pub/tomcat/, ca/cucm-pub/tomcat",
        "cucm-pub/tomcat/ca/, cucm-pub/tomcat",
        "tomcat/ca/, tomcat"
    })
    void aFolderAboveThePurposeIsANodeWhateverItsName(String folder, String id) throws IOException {
        tree.file(folder + "a.csr", GOOD.csr()).file(folder + "a.pem", GOOD.leaf());
        assertThat(sets()).containsExactly(id + ": " + folder + "a.csr " + folder + "a.pem");
    }

    @Test
    void aTrustStoreBelowItsPurposeBelongsToTheNode() throws IOException {
        tree.file("cucm-pub/ipsec/a.csr", GOOD.csr()).file("cucm-pub/ipsec/ipsec-trust/root.pem", GOOD.root());
        assertThat(stores().get(0).get(0).offered()).hasSize(1);
    }

    @Test
    void aCaFolderWithACsrMakesASetAndAnUnrelatedLeafThereDoesNot() throws IOException {
        tree.file("ca/tomcat.csr", GOOD.csr())
                .file("ca/ipsec.pem", OTHER.leaf())
                .file("ca/root.pem", GOOD.root());
        assertThat(sets()).containsExactly("tomcat: ca/tomcat.csr -");
        assertThat(overlooked()).containsExactly("ca/ipsec.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers/", "", "tomcat/", "answers/2026/"})
    void aDeliveryIsDividedAmongTheSets(String folder) throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file(SUB + "/tomcat/b.csr", OTHER.csr())
                .file(folder + "batch.p7b", Bundle.pkcs7(GOOD.leaf(), OTHER.leaf(), GOOD.intermediate(), GOOD.root()));
        assertThat(sets())
                .containsExactly(
                        PUB + "/tomcat: " + PUB + "/tomcat/a.csr " + folder + "batch.p7b",
                        SUB + "/tomcat: " + SUB + "/tomcat/b.csr " + folder + "batch.p7b");
        assertThat(uploads().leftOver().withoutPurpose()).isEmpty();
        assertThat(stores().get(0).get(0).offered()).hasSize(2);
    }

    @Test
    void aDeliveredLeafWithAPurposeBelongsToTheSetOfThatPurpose() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file(PUB + "/ipsec/a.csr", GOOD.csr())
                .file("answers/tomcat/a.pem", GOOD.leaf());
        assertThat(sets())
                .containsExactly(
                        PUB + "/ipsec: " + PUB + "/ipsec/a.csr -",
                        PUB + "/tomcat: " + PUB + "/tomcat/a.csr answers/tomcat/a.pem");
    }

    @Test
    void aDeliveredLeafThatAnswersNoCsrStays() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr()).file("answers/tomcat/b.pem", OTHER.leaf());
        assertThat(ids()).containsExactly("answers/tomcat", PUB + "/tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configured", "another set", "deployed"})
    void aLeafBelowANodesOwnFolderNeverMoves(String known) throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr()).file(SUB + "/tomcat/a.pem", GOOD.leaf());
        if (known.equals("configured")) {
            configured = List.of(PUB, SUB);
        } else if (known.equals("deployed")) {
            tree.file("deployed/" + SUB + "/tomcat/tomcat.pem", OTHER.leaf());
        } else {
            tree.file(SUB + "/ipsec/ipsec.csr", OTHER.csr());
        }
        assertThat(sets())
                .contains(PUB + "/tomcat: " + PUB + "/tomcat/a.csr -", SUB + "/tomcat: - " + SUB + "/tomcat/a.pem");
    }

    @Test
    void aPlaceWithACsrIsNotADelivery() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file("answers/ipsec.csr", OTHER.csr())
                .file("answers/tomcat.pem", GOOD.leaf());
        assertThat(sets()).contains("answers/tomcat: - answers/tomcat.pem");
    }

    @Test
    void aDeliveredLeafCanAnswerACsrThatOnlyTheNodeHas() throws IOException {
        tree.file("answers/a.pem", GOOD.leaf()).file("deployed/" + PUB + "/tomcat/tomcat.csr", GOOD.csr());
        assertThat(sets()).containsExactly(PUB + "/tomcat: deployed/" + PUB + "/tomcat/tomcat.csr answers/a.pem");
    }

    @Test
    void capfsLeafIsDeliveredAlthoughItIsACa() throws IOException {
        GoodSet capf = GoodSet.capf(PUB);
        tree.file(PUB + "/CAPF/a.csr", capf.csr())
                .file("answers/batch.p7b", Bundle.pkcs7(capf.leaf(), capf.intermediate()));
        assertThat(sets()).containsExactly(PUB + "/CAPF: " + PUB + "/CAPF/a.csr answers/batch.p7b");
    }

    @Test
    void aCopyOfAMultiServerLeafStays() throws IOException {
        tree.set(MULTI + "/tomcat", ALL_NODES).file(SUB + "/tomcat/copy.pem", ALL_NODES.leaf());
        assertThat(sets())
                .containsExactly(
                        MULTI + "/tomcat: " + MULTI + "/tomcat/tomcat.csr " + MULTI + "/tomcat/tomcat.pem for several",
                        SUB + "/tomcat: " + MULTI + "/tomcat/tomcat.csr " + SUB + "/tomcat/copy.pem for several");
    }

    @Test
    void aCaCertificateIsALeafByItsKeyOnlyForACsrOfItsOwnSet() throws IOException {
        Cert ca = GOOD.leaf(with -> with.ca()).leaf();
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file(PUB + "/tomcat/ca.pem", ca)
                .file(SUB + "/tomcat/b.csr", OTHER.csr())
                .file(SUB + "/tomcat/ca.pem", ca);
        assertThat(sets())
                .containsExactly(
                        PUB + "/tomcat: " + PUB + "/tomcat/a.csr " + PUB + "/tomcat/ca.pem",
                        SUB + "/tomcat: " + SUB + "/tomcat/b.csr -");
    }

    @Test
    void theNodeDecidesWhichPairIsTheSet() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/new.csr", RENEWED.csr())
                .file(PUB + "/tomcat/new.pem", RENEWED.leaf());
        assertThat(sets()).containsExactly(PUB + "/tomcat: " + PUB + "/tomcat/new.csr " + PUB + "/tomcat/new.pem");
        tree.file("deployed/" + PUB + "/tomcat/tomcat.csr", GOOD.csr());
        assertThat(sets())
                .containsExactly(PUB + "/tomcat: " + PUB + "/tomcat/tomcat.csr " + PUB + "/tomcat/tomcat.pem");
        assertThat(uploads().sets().get(0).match().history()).hasSize(1);
    }

    @Test
    void theAnswerToTheNodesCsrCanBeInAnotherSetsFolder() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file(SUB + "/ipsec/misfiled.pem", RENEWED.leaf())
                .file(SUB + "/ipsec/ipsec.csr", OTHER.csr())
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.csr());
        assertThat(sets())
                .contains(PUB + "/tomcat: deployed/" + PUB + "/tomcat/tomcat.csr " + SUB + "/ipsec/misfiled.pem");
    }

    @Test
    void ifNothingAnswersTheNodesCsrTheOwnPairIsTheSet() throws IOException {
        tree.set(PUB + "/tomcat", GOOD).file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.csr());
        assertThat(sets())
                .containsExactly(PUB + "/tomcat: " + PUB + "/tomcat/tomcat.csr " + PUB + "/tomcat/tomcat.pem");
        assertThat(uploads().sets().get(0).deployed().csrs()).hasSize(1);
    }

    @Test
    void anOpenCsrOfTheNodeAwaitsItsAnswerNextToTheDeployedPair() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.csr());
        assertThat(sets()).containsExactly(PUB + "/tomcat: deployed/" + PUB + "/tomcat/tomcat.csr -");
    }

    @Test
    void aWrongAnswerToTheNodesCsrIsTheLeafAndNotTheDeployedOne() throws IOException {
        Cert wrong = GOOD.intermediate().sign(Csr.of(PUB, with -> with.key(Keys.rsa("other"))));
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/wrong.pem", wrong)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.csr());
        assertThat(sets())
                .containsExactly(PUB + "/tomcat: deployed/" + PUB + "/tomcat/tomcat.csr " + PUB + "/tomcat/wrong.pem");
    }

    @Test
    void aNewAnswerNextToTheDeployedPair() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/2026.pem", RENEWED.leaf())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.csr());
        assertThat(sets())
                .containsExactly(PUB + "/tomcat: deployed/" + PUB + "/tomcat/tomcat.csr " + PUB + "/tomcat/2026.pem");
    }

    @Test
    void aCopyOfAMultiServerLeafNextToLastYearsDeployedPair() throws IOException {
        GoodSet multi = ALL_NODES.leaf(with -> with.valid("2026-02-01", "2028-02-01"));
        tree.set(MULTI + "/tomcat", multi)
                .set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/copy.pem", multi.leaf())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf());
        assertThat(sets())
                .contains(PUB + "/tomcat: " + MULTI + "/tomcat/tomcat.csr " + PUB + "/tomcat/copy.pem for several");
    }

    @ParameterizedTest
    @CsvSource({
        "site-a/cucm-pub/tomcat, true",
        "cucm-pub/ipsec, false",
        "cucm-sub1/tomcat, false",
        "deployed/cucm-pub/tomcat, true",
        "deployed/cucm-pub/ipsec, false",
        "deployed/cucm-sub1/tomcat, false"
    })
    void aCsrIsBorrowedOnlyFromTheSameSlot(String folder, boolean borrowed) throws IOException {
        tree.file(PUB + "/tomcat/a.pem", GOOD.leaf()).file(folder + "/b.csr", GOOD.csr());
        configured = List.of(PUB, SUB);
        assertThat(uploads().sets())
                .filteredOn(set -> set.leaf().isPresent())
                .singleElement()
                .satisfies(set -> assertThat(set.csr().isPresent()).isEqualTo(borrowed));
    }

    @ParameterizedTest
    @CsvSource({"14, true", "12.5, false", ", true"})
    void callManagerUsesTomcatsMultiServerCertificateFrom14On(String number, boolean borrowed) throws IOException {
        release = Optional.ofNullable(number).map(Release::parse);
        tree.set(MULTI + "/tomcat", ALL_NODES)
                .file(PUB + "/CallManager/copy.pem", ALL_NODES.leaf())
                .file(PUB + "/ipsec/copy.pem", ALL_NODES.leaf())
                .file(PUB + "/TVS/own.csr", GOOD.csr());
        assertThat(csr(PUB + "/CallManager").isPresent()).isEqualTo(borrowed);
        assertThat(csr(PUB + "/ipsec")).isEmpty();
    }

    @Test
    void tomcatsSingleServerCertificateIsNotCallManagers() throws IOException {
        tree.set(PUB + "/tomcat", GOOD).file(PUB + "/CallManager/copy.pem", GOOD.leaf());
        assertThat(csr(PUB + "/CallManager")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // common name, SAN, configured nodes, whether it is for several nodes
        "cucm-pub-ms.example.com, DNS:x.example.com, '', true",
        "cucm-pub-EC-ms.example.com, DNS:x.example.com, '', true",
        "cucm-pub-ms.example.com, DNS:x.example.com, cucm-pub-ms.example.com, false",
        "cucm-pub.example.com, DNS:cucm-pub.example.com DNS:cucm-sub1.example.com,"
                + " cucm-pub.example.com cucm-sub1.example.com, true",
        "cucm-pub.example.com, DNS:cucm-pub.example.com DNS:cucm-sub1.example.com,"
                + " cucm-pub.example.com cucm-sub1.example.com cucm-sub2.example.com, false",
        "cucm-pub.example.com, DNS:cucm-pub.example.com IP:10.1.2.3, cucm-pub.example.com 10.1.2.3, false",
        "cucm-pub.example.com, DNS:cucm-pub.example.com, cucm-pub.example.com, false",
        "cluster.example.com, DNS:cucm-pub.example.com DNS:cucm-sub1.example.com,"
                + " cucm-pub.example.com cucm-sub1.example.com cucm-sub2.example.com, true",
        "cluster.example.com, DNS:cucm-pub.example.com, cucm-pub.example.com cucm-sub1.example.com, false",
        "site.example.com, DNS:cucm-pub.example.com DNS:cucm-sub1.example.com,"
                + " cucm-pub.example.com cucm-sub1.example.com cucm-sub2.example.com, false",
        "cucm-pub-EC.example.com, DNS:cucm-pub.example.com DNS:cucm-sub1.example.com,"
                + " cucm-pub.example.com cucm-sub1.example.com cucm-sub2.example.com, false"
    })
    void whatIsMultiServer(String name, String san, String nodes, boolean multiServer) throws IOException {
        configured = Stream.of(nodes.split(" ")).filter(node -> !node.isEmpty()).toList();
        tree.file("site/tomcat/a.csr", Csr.of(name, with -> with.san(san.split(" "))));
        assertThat(uploads().sets())
                .singleElement()
                .satisfies(set -> assertThat(set.multiServer()).isEqualTo(multiServer));
    }

    @ParameterizedTest
    @CsvSource({
        // SAN, the nodes; the common name and a domain of several nodes are no nodes, and an address is another name of
        // one
        "DNS:cucm-pub-ms.example.com DNS:cucm-pub.example.com DNS:example.com DNS:cucm-sub1.example.com IP:10.1.2.3,"
                + " cucm-pub.example.com cucm-sub1.example.com",
        "DNS:cucm-pub.example.com DNS:cucm-sub1.other.org DNS:example.com,"
                + " cucm-pub.example.com cucm-sub1.other.org example.com",
        "DNS:cucm-pub.example.com DNS:Example.com DNS:cucm-sub1.EXAMPLE.com DNS:*.example.com,"
                + " cucm-pub.example.com cucm-sub1.EXAMPLE.com"
    })
    void whichNodesUseAMultiServerCertificateIfNoneAreConfigured(String san, String nodes) throws IOException {
        tree.file("site/tomcat/a.csr", Csr.of("cucm-pub-ms.example.com", with -> with.san(san.split(" "))));
        assertThat(uploads().sets().get(0).served()).extracting(NodeName::value).containsExactly(nodes.split(" "));
    }

    @Test
    void theNamesForXmppFederationAreNoNodes() throws IOException {
        tree.file(
                "site/cup-xmpp-s2s/a.csr",
                Csr.of("imp1-ms.example.com", with -> with.san("DNS:imp1.example.com", "DNS:chat.example.org")));
        assertThat(uploads().sets())
                .singleElement()
                .satisfies(set -> assertThat(set.multiServer()).isTrue())
                .satisfies(set -> assertThat(set.served()).isEmpty());
    }

    @Test
    void namesDoNotMakeASingleServerPurposeMultiServer() throws IOException {
        configured = List.of(PUB, SUB);
        tree.file(PUB + "/ipsec/a.csr", Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        assertThat(uploads().sets().get(0).multiServer()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"cucm-pub.example.com, true", "cucm-pub-ms.example.com, false"})
    void aGuessedSetIsDeployedOnceItsOwnNodeHasTheLeaf(String name, boolean deployed) throws IOException {
        configured = List.of(PUB, SUB);
        GoodSet multi = GoodSet.of(name).csr(Csr.of(name, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        tree.set(PUB + "/tomcat", multi)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", multi.leaf())
                .file("deployed/" + SUB + "/tomcat/tomcat.pem", OTHER.leaf());
        assertThat(uploads().sets().get(0).multiServer()).isTrue();
        assertThat(uploads().sets().get(0).isDeployed()).isEqualTo(deployed);
    }

    @Test
    void aCaFolderInASetsFolderIsOfferedToEachNodeThatTheSetServes() throws IOException {
        configured = List.of(PUB, SUB);
        tree.file(MULTI + "/TVS/a.csr", ALL_NODES.csr())
                .file(MULTI + "/TVS/ca/root.pem", GOOD.root())
                .file(MULTI + "/TVS/TVS-trust/issuing.pem", GOOD.intermediate())
                .file(PUB + "/TVS/a.csr", GOOD.csr())
                .file(SUB + "/TVS/a.csr", OTHER.csr());
        assertThat(stores().get(0))
                .extracting(store -> store.node() + " " + store.offered().size())
                .contains(PUB + " 1", SUB + " 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaa.pem", "zzz.pem"})
    void aLeafWithoutPurposeNextToANamedOneWhicheverNameComesFirst(String answer) throws IOException {
        tree.file(PUB + "/tomcat/t.csr", RENEWED.csr())
                .file("cucm-pub/tomcat.pem", GOOD.leaf())
                .file("cucm-pub/" + answer, RENEWED.leaf());
        assertThat(sets()).containsExactly(PUB + "/tomcat: " + PUB + "/tomcat/t.csr cucm-pub/" + answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pem", "z.pem"})
    void certificatesInANodesFolderAreItsOwnWhicheverNameComesFirst(String other) throws IOException {
        configured = List.of(PUB, SUB);
        tree.file(SUB + "/tomcat/s.csr", OTHER.csr())
                .file(
                        "cucm-pub/tomcat/" + other,
                        RENEWED.leaf(with -> with.subject("CN=" + SUB)).leaf())
                .file(
                        "cucm-pub/tomcat/b.pem",
                        OTHER.leaf(with -> with.subject("CN=" + PUB)).leaf());
        assertThat(sets())
                .containsExactly(
                        "cucm-pub/tomcat: - cucm-pub/tomcat/b.pem",
                        SUB + "/tomcat: " + SUB + "/tomcat/s.csr cucm-pub/tomcat/" + other);
    }

    @Test
    void theAnswerToAMultiServerCsrIsACopyInTheFolderOfANodeThatItServes() throws IOException {
        tree.file("cucm-pub/tomcat/old.csr", GOOD.csr())
                .file("cucm-pub/tomcat/new.csr", ALL_NODES.csr())
                .file("cucm-sub1/tomcat/leaf.pem", ALL_NODES.leaf());
        assertThat(ids()).contains("cucm-sub1/tomcat");
    }

    @Test
    void aCertificateWithoutASetIsOverlooked() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file("ca/answer.pem", GOOD.leaf())
                .file("tomcat-trust/peer.pem", OTHER.leaf())
                .file("deployed/tomcat-trust/peer2.pem", RENEWED.leaf())
                .file("ca/root.pem", GOOD.root())
                .file("ca/issuing.pem", GOOD.intermediate());
        assertThat(overlooked()).containsExactly("ca/answer.pem", "tomcat-trust/peer.pem");
    }

    @Test
    void aCopyOfALeafIsNotOverlooked() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file("ca/batch.p7b", Bundle.pkcs7(GOOD.leaf(), GOOD.intermediate(), GOOD.root()));
        assertThat(overlooked()).isEmpty();
    }

    @Test
    void aSubscribersCsrDoesNotDecideOverAMultiServerSet() throws IOException {
        tree.set(MULTI + "/tomcat", ALL_NODES)
                .set(SUB + "/tomcat", OTHER)
                .file("deployed/" + SUB + "/tomcat/tomcat.csr", OTHER.csr());
        assertThat(sets())
                .containsExactly(
                        MULTI + "/tomcat: " + MULTI + "/tomcat/tomcat.csr " + MULTI + "/tomcat/tomcat.pem for several",
                        SUB + "/tomcat: " + SUB + "/tomcat/tomcat.csr " + SUB + "/tomcat/tomcat.pem");
        assertThat(uploads().sets().get(0).deployed().csrs()).hasSize(1);
    }

    @Test
    void anotherNodesCsrDoesNotDecideIfOnlyNamesSuggestSeveralNodes() throws IOException {
        configured = List.of(PUB, SUB);
        GoodSet namesAll = GOOD.csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        tree.set(PUB + "/tomcat", namesAll)
                .set(SUB + "/tomcat", OTHER.leaf(with -> with.valid("2026-02-01", "2028-02-01")))
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", namesAll.csr())
                .file("deployed/" + SUB + "/tomcat/tomcat.csr", OTHER.csr())
                .file("deployed/" + SUB + "/tomcat/tomcat.pem", RENEWED.leaf());
        UploadSet set = uploads().sets().get(0);
        assertThat(set.id()).isEqualTo(PUB + "/tomcat");
        assertThat(set.leaf().orElseThrow().origin().file()).isEqualTo(PUB + "/tomcat/tomcat.pem");
        assertThat(set.deployed().identities()).isEmpty();
        assertThat(set.deployed().csrs()).hasSize(1);
    }

    @Test
    void inAFlatDirectoryAnEcdsaCertificateBelongsToItsNode() throws IOException {
        configured = List.of(PUB, SUB);
        Csr pub =
                Csr.of("cucm-pub-EC.example.com", with -> with.key(Keys.ec(PUB)).san("DNS:" + PUB));
        Csr sub = Csr.of(
                "cucm-sub1-EC.example.com", with -> with.key(Keys.ec(SUB)).san("DNS:" + SUB));
        tree.file("pub-tomcat-ECDSA.csr", pub)
                .file("sub1-tomcat-ECDSA.csr", sub)
                .file("deployed/" + PUB + "/tomcat-ECDSA/tomcat-ECDSA.csr", GOOD.csr());
        assertThat(ids()).containsExactly(PUB + "/tomcat-ECDSA", SUB + "/tomcat-ECDSA");
        assertThat(uploads().sets().get(0).deployed().csrs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {PUB, "10.1.2.3"})
    void inAFlatDirectoryAnUnconfiguredCommonNameIsANode(String publisher) throws IOException {
        configured = List.of(publisher);
        flat();
        tree.file("sub1-tomcat.pem", OTHER.leaf());
        assertThat(ids()).containsExactly(PUB + "/tomcat", SUB + "/tomcat");
    }

    @Test
    void aDeliveryAtTheRootOpensNoOtherNodesTrustStore() throws IOException {
        tree.file(PUB + "/ipsec/a.csr", GOOD.csr()).file("a.pem", GOOD.leaf()).set(SUB + "/ipsec", OTHER);
        assertThat(uploads().sets().get(0).leaf()).isPresent();
        assertThat(stores().get(0).get(0).offered()).isEmpty();
    }

    @Test
    void aStrayLeafInADeliveryKeepsNoOtherOutOfItsSet() throws IOException {
        GoodSet capf = GoodSet.capf(PUB);
        tree.file(PUB + "/CAPF/a.csr", capf.csr())
                .file("answers/batch.p7b", Bundle.pkcs7(capf.leaf(), capf.intermediate(), OTHER.leaf()));
        assertThat(sets()).contains(PUB + "/CAPF: " + PUB + "/CAPF/a.csr answers/batch.p7b");
    }

    @Test
    void aDeliveryNextToTheFiledMultiServerLeafMakesNoSet() throws IOException {
        tree.set(MULTI + "/tomcat", ALL_NODES).file("answers/tomcat.pem", ALL_NODES.leaf());
        assertThat(ids()).containsExactly(MULTI + "/tomcat");
    }

    @Test
    void aSiteWithADeployedFolderIsNotANode() throws IOException {
        tree.file("site-b/" + PUB + "/tomcat/a.csr", GOOD.csr())
                .file("site-b/answers/a.pem", GOOD.leaf())
                .file("site-b/deployed/ipsec-trust/root.pem", GOOD.root())
                .file("site-b/deployed/" + PUB + "/ipsec/ipsec.pem", RENEWED.leaf());
        assertThat(sets())
                .containsExactly("site-b/" + PUB + "/tomcat: site-b/" + PUB + "/tomcat/a.csr site-b/answers/a.pem");
    }

    @Test
    void aDeliveredAnswerToTheNodesCsrBelongsToTheExistingSet() throws IOException {
        tree.set("cucm-pub/tomcat", GOOD)
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.csr())
                .file("answers/new.pem", RENEWED.leaf());
        assertThat(sets()).containsExactly("cucm-pub/tomcat: deployed/" + PUB + "/tomcat/tomcat.csr answers/new.pem");
    }

    @Test
    void aLeafThatAnswersItsNodesCsrStaysWhateverItsFileName() throws IOException {
        GoodSet renamed = GoodSet.of("new-name.example.com");
        tree.file("cucm-pub/tomcat/old.pem", GOOD.leaf())
                .file("cucm-pub/tomcat/new.pem", renamed.leaf())
                .file("deployed/cucm-pub/tomcat/tomcat.csr", renamed.csr());
        assertThat(sets())
                .containsExactly("cucm-pub/tomcat: deployed/cucm-pub/tomcat/tomcat.csr cucm-pub/tomcat/new.pem");
    }

    @Test
    void filesWithoutPurposeThatDifferInCaseOrSuffixAreSetsOfTheirOwn() throws IOException {
        tree.file("A.csr", GOOD.csr())
                .file("A.pem", GOOD.leaf())
                .file("a.csr", OTHER.csr())
                .file("a.pem", OTHER.leaf())
                .file("a.req", RENEWED.csr());
        assertThat(uploads().sets())
                .extracting(set -> set.csr().orElseThrow().origin().file())
                .containsExactlyInAnyOrder("A.csr", "a.csr", "a.req");
    }

    @Test
    void aShortNameOfNodesOfOtherPurposesIsNeither() throws IOException {
        tree.file("cucm-pub/tomcat/tomcat.csr", GOOD.csr())
                .file(PUB + "/tomcat/tomcat.csr", RENEWED.csr())
                .file("cucm-pub.example.org/ipsec/ipsec.csr", Csr.of("cucm-pub.example.org"));
        assertThat(ids()).contains("cucm-pub/tomcat", PUB + "/tomcat");
    }

    private void flat() {
        tree.file("pub-tomcat.csr", GOOD.csr())
                .file("pub-tomcat.pem", GOOD.leaf())
                .file("sub1-tomcat.csr", OTHER.csr());
    }

    private Uploads uploads() throws IOException {
        return grouped().uploads();
    }

    private Grouped grouped() throws IOException {
        return Grouping.of(
                DirectoryScan.scan(tree.directory(), List.of(), List.of(), List.of(), Set.of()), cluster(), Set.of());
    }

    private Cluster cluster() {
        List<NodeName> nodes = configured.stream().map(NodeName::new).toList();
        return new Cluster(
                nodes.stream().findFirst(),
                nodes.stream().skip(1).toList(),
                List.of(),
                release,
                false,
                false,
                false,
                false,
                List.of());
    }

    /** The stores of each set. */
    private List<List<TrustStore>> stores() throws IOException {
        Grouped grouped = grouped();
        Facts facts =
                Facts.of(new Inventory(List.of()), grouped, Requests.situation(cluster(), ChangeWindow.at(Times.NOW)));
        return grouped.uploads().sets().stream().map(facts::stores).toList();
    }

    private List<String> ids() throws IOException {
        return uploads().sets().stream().map(UploadSet::id).toList();
    }

    private Optional<io.github.cucmcerts.inventory.Csr> csr(String id) throws IOException {
        return uploads().sets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow()
                .csr();
    }

    private List<String> overlooked() throws IOException {
        return uploads().leftOver().overlooked().stream()
                .map(certificate -> certificate.origin().file())
                .toList();
    }

    private List<String> sets() throws IOException {
        return uploads().sets().stream()
                .map(set -> set.id() + ": "
                        + set.csr().map(csr -> csr.origin().file()).orElse("-") + " "
                        + set.leaf().map(leaf -> leaf.origin().file()).orElse("-")
                        + (set.multiServer() ? " for several" : "")
                        + (set.isDeployed() ? " deployed" : ""))
                .toList();
    }
}
