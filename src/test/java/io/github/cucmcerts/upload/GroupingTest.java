package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String SUB = "cucm-sub.example.com";
    private static final String MULTI = "cucm-pub-ms.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Csr RENEWED = Csr.of(PUB, with -> with.key(Keys.rsa("renewed")));

    @TempDir
    private Path temporary;

    private Tree tree;
    private Path caDirectory;

    @BeforeEach
    void directories() throws IOException {
        tree = Tree.in(Files.createDirectory(temporary.resolve("certs")));
        caDirectory = Files.createDirectory(temporary.resolve("shared"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.csr, a.pem, cucm-pub/tomcat/, cucm-pub, cucm-pub/tomcat, TOMCAT",
        "a.csr, a.pem, CUCM-PUB/TOMCAT/, CUCM-PUB, CUCM-PUB/tomcat, TOMCAT",
        "a.csr, a.pem, site/cucm-pub/callmanager-ecdsa/, site/cucm-pub, site/cucm-pub/CallManager-ECDSA,"
                + " CALL_MANAGER_ECDSA",
        "a.csr, a.pem, tomcat/cucm-pub/, cucm-pub, cucm-pub/tomcat, TOMCAT",
        "a.csr, a.pem, tomcat/, '', tomcat, TOMCAT",
        "tomcat.csr, tomcat.pem, '', '', tomcat, TOMCAT",
        "my_ipsec.csr, ipsec-new.pem, cucm-pub/, cucm-pub, cucm-pub/ipsec, IPSEC",
        "cup01-tomcat-ECDSA.csr, cup01-tomcat-ECDSA.pem, '', '', tomcat-ECDSA, TOMCAT_ECDSA",
        "cup-xmpp-s2s.csr, cup-xmpp-s2s.pem, '', '', cup-xmpp-s2s, CUP_XMPP_S2S",
        "tomcat.csr, tomcat.pem, cucm-pub/ipsec/, cucm-pub, cucm-pub/ipsec, IPSEC",
        "a.csr, a.pem, cucm-pub/company-trust/, cucm-pub/company-trust, cucm-pub/company-trust/unknown/a, UNKNOWN"
    })
    void foldersShowNodeAndPurpose(String csr, String leaf, String folder, String node, String id, Purpose purpose)
            throws IOException {
        tree.file(folder + csr, GOOD.csr().pem())
                .file(folder + leaf, GOOD.leaf().pem())
                .file(folder + "intermediate.pem", GOOD.intermediate().pem())
                .file(folder + "root.pem", GOOD.root().pem());
        UploadSet set = only();
        assertThat(set.id()).isEqualTo(id);
        assertThat(set.node()).isEqualTo(node);
        assertThat(set.purpose()).isEqualTo(purpose);
        assertThat(csr(set)).isEqualTo(GOOD.csr().sha256());
        assertThat(bytes(set.leaf())).isEqualTo(GOOD.leaf().der());
        assertThat(set.multiServer()).isFalse();
        TrustStore store = store(id);
        assertThat(names(store.offered())).containsExactly("Example Issuing CA", "Example Root CA");
        assertThat(store.name()).isEqualTo(purpose.trustStore());
    }

    @Test
    void caCertificatesAreOfferedToTheSetsBelow() throws IOException {
        leafOnly(PUB, "tomcat");
        leafOnly(SUB, "ipsec");
        tree.file("ca/a.pem", Cert.root("Everywhere").pem())
                .file(PUB + "/ca/b.pem", Cert.root("Publisher").pem())
                .file(SUB + "/tomcat-trust/c.pem", Cert.root("Replicated").pem())
                .file(PUB + "/ipsec-trust/d.pem", Cert.root("Other ipsec").pem())
                .file("Phone-trust/e.pem", Cert.root("Foreign").pem());
        Files.writeString(caDirectory.resolve("f.pem"), Cert.root("Shared").pem());
        assertThat(names(store(PUB + "/tomcat").offered()))
                .containsExactlyInAnyOrder("Everywhere", "Publisher", "Replicated", "Shared");
        assertThat(names(store(SUB + "/ipsec").offered())).containsExactlyInAnyOrder("Everywhere", "Shared");
        assertThat(ids()).containsExactly(PUB + "/tomcat", SUB + "/ipsec");
    }

    @Test
    void deployedStores() throws IOException {
        leafOnly(PUB, "tomcat");
        leafOnly(PUB, "ipsec");
        leafOnly(SUB, "ipsec");
        tree.file("deployed/ca/a.pem", Cert.root("Everywhere").pem())
                .file("deployed/tomcat-trust/b.pem", Cert.root("Cluster").pem())
                .file("deployed/ipsec-trust/c.pem", Cert.root("Every ipsec").pem())
                .file(
                        "deployed/cucm-pub/ipsec-trust/d.pem",
                        Cert.root("Publisher").pem());
        assertThat(names(store(PUB + "/tomcat").deployed())).containsExactlyInAnyOrder("Everywhere", "Cluster");
        assertThat(names(store(PUB + "/ipsec").deployed()))
                .containsExactlyInAnyOrder("Everywhere", "Every ipsec", "Publisher");
        assertThat(names(store(SUB + "/ipsec").deployed())).containsExactlyInAnyOrder("Everywhere", "Every ipsec");
        assertThat(store(PUB + "/ipsec").offered()).isEmpty();
    }

    @Test
    void deployedAppliesToTheSetsBelowItsParentFolder() throws IOException {
        leafOnly("a/" + PUB, "tomcat");
        leafOnly("b/" + PUB, "tomcat");
        tree.file("a/deployed/tomcat-trust/root.pem", Cert.root("Of a").pem());
        assertThat(names(store("a/" + PUB + "/tomcat").deployed())).containsExactly("Of a");
        assertThat(store("b/" + PUB + "/tomcat").deployed()).isEmpty();
    }

    @Test
    void withoutAPurposeKeysDecide() throws IOException {
        GoodSet other = GoodSet.of(SUB);
        tree.file("x/one.csr", GOOD.csr().pem())
                .file("x/first.pem", GOOD.leaf().pem())
                .file("x/two.csr", other.csr().pem())
                .file("x/second.pem", other.leaf().pem());
        assertThat(ids()).containsExactly("x/unknown/one", "x/unknown/two");
        assertThat(bytes(set("x/unknown/two").leaf())).isEqualTo(other.leaf().der());
        assertThat(uploads().leftOver().withoutPurpose())
                .containsExactlyInAnyOrder("x/first.pem", "x/one.csr", "x/second.pem", "x/two.csr");
    }

    @Test
    void withoutAPurposeTheRemainingFilesBelongTogether() throws IOException {
        tree.file("x/one.csr", RENEWED.pem())
                .file("x/wrong.pem", GOOD.leaf().pem())
                .file("y/other.pem", GoodSet.of(SUB).leaf().pem());
        assertThat(ids()).containsExactly("x/unknown/one", "y/unknown/other");
        assertThat(bytes(set("x/unknown/one").leaf())).isEqualTo(GOOD.leaf().der());
    }

    @Test
    void theNewestOfSeveralPairsIsTheSet() throws IOException {
        Cert newest = GOOD.intermediate().sign(RENEWED, with -> with.valid("2026-06-01", "2028-06-01"));
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/new.csr", RENEWED.pem())
                .file(PUB + "/tomcat/new.pem", newest.pem());
        assertThat(bytes(only().leaf())).isEqualTo(newest.der());
        assertThat(csr(only())).isEqualTo(RENEWED.sha256());
        assertThat(only().match().history()).hasSize(1);
        assertThat(only().match().history().get(0).leaf().encoded())
                .isEqualTo(GOOD.leaf().der());
    }

    @Test
    void theNewestOfSeveralAnswersIsTheLeaf() throws IOException {
        Cert newest = GOOD.intermediate().sign(GOOD.csr(), with -> with.valid("2026-06-01", "2028-06-01"));
        tree.set(PUB + "/tomcat", GOOD).file(PUB + "/tomcat/new.pem", newest.pem());
        assertThat(bytes(only().leaf())).isEqualTo(newest.der());
        assertThat(only().match().history()).hasSize(1);
    }

    @Test
    void theSameCertificateTwiceIsOne() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/again.der", GOOD.leaf().der());
        assertThat(only().match().history()).isEmpty();
        assertThat(only().slot().certificates().distinct()).hasSize(3);
    }

    @Test
    void twoPossibleLeaves() throws IOException {
        tree.file("tomcat/a.pem", GOOD.leaf().pem())
                .file("tomcat/b.pem", GOOD.csr(RENEWED).leaf().pem());
        assertThat(only().leaf()).isEmpty();
        assertThat(only().match().rivals()).hasSize(2);
    }

    @Test
    void severalUnansweredCsrs() throws IOException {
        tree.file("tomcat/a.csr", GOOD.csr().pem()).file("tomcat/b.csr", RENEWED.pem());
        assertThat(only().csr()).isEmpty();
        assertThat(only().match().unanswered()).hasSize(2);
    }

    @Test
    void aSetWhoseLeafIsTheIdentityIsDeployed() throws IOException {
        tree.set(PUB + "/tomcat").set(SUB + "/tomcat");
        Cert leaf = GoodSet.of(PUB).leaf();
        tree.file(PUB + "/tomcat/tomcat.pem", leaf.pem())
                .file("deployed/cucm-pub/tomcat/tomcat.cer", leaf.der())
                .file("deployed/cucm-sub/tomcat/tomcat.pem", GOOD.leaf().pem());
        assertThat(set(PUB + "/tomcat").isDeployed()).isTrue();
        assertThat(set(SUB + "/tomcat").isDeployed()).isFalse();
        assertThat(set(SUB + "/tomcat").deployed().identities()).hasSize(1);
    }

    @Test
    void aDeployedPairBecomesHistoryOnceThereIsAnotherCsr() throws IOException {
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/new.csr", RENEWED.pem())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf().pem());
        assertThat(only().leaf()).isEmpty();
        assertThat(csr(only())).isEqualTo(RENEWED.sha256());
        assertThat(only().match().history()).hasSize(1);
    }

    @Test
    void theCsrThatANodeHolds() throws IOException {
        leafOnly(PUB, "tomcat");
        tree.file("deployed/" + PUB + "/tomcat/tomcat.csr", RENEWED.pem());
        assertThat(only().deployed().csrs()).hasSize(1);
        assertThat(only().deployed().csrs().get(0).sha256()).isEqualTo(RENEWED.sha256());
    }

    @Test
    void caCertificatesDoNotMakeASet() throws IOException {
        tree.file("cucm-pub/tomcat/root.pem", GOOD.root().pem())
                .file("cucm-pub/CAPF/intermediate.pem", GOOD.intermediate().pem())
                .file("deployed/cucm-pub/tomcat/tomcat.pem", GOOD.leaf().pem());
        assertThat(ids()).isEmpty();
    }

    @Test
    void aCapfLeafIsACaWithAnExtendedKeyUsage() throws IOException {
        Cert capf = GOOD.root().intermediate("CAPF-1", with -> with.extendedKeyUsage("serverAuth"));
        tree.file(PUB + "/CAPF/capf.pem", capf.pem())
                .file(PUB + "/CAPF/root.pem", GOOD.root().pem());
        assertThat(only().purpose()).isEqualTo(Purpose.CAPF);
        assertThat(bytes(only().leaf())).isEqualTo(capf.der());
    }

    @Test
    void aMultiServerSetBelongsToTheNodesInItsSan() throws IOException {
        GoodSet multi = GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        tree.set(MULTI + "/ipsec", multi)
                .file("deployed/cucm-pub/ipsec/ipsec.pem", multi.leaf().pem())
                .file("deployed/" + SUB + "/ipsec/ipsec.pem", multi.leaf().pem())
                .file(
                        "deployed/cucm-pub/ipsec-trust/a.pem",
                        Cert.root("Of the publisher").pem())
                .file(
                        "deployed/" + SUB + "/ipsec-trust/b.pem",
                        Cert.root("Of the subscriber").pem());
        assertThat(only().multiServer()).isTrue();
        assertThat(only().isDeployed()).isTrue();
        assertThat(stores(grouped(), Cluster.unknown()))
                .extracting(store -> names(store.deployed()))
                .containsExactlyInAnyOrder(List.of("Of the publisher"), List.of("Of the subscriber"));
    }

    @Test
    void onlyTheSelectedPurposes() throws IOException {
        tree.set(PUB + "/tomcat").set(PUB + "/ipsec");
        assertThat(uploads(Purpose.IPSEC).sets()).extracting(UploadSet::id).containsExactly(PUB + "/ipsec");
    }

    private void leafOnly(String node, String purpose) {
        Cert leaf = node.endsWith(PUB) ? GOOD.leaf() : GoodSet.of(node).leaf();
        tree.file(node + "/" + purpose + "/leaf.pem", leaf.pem());
    }

    private Uploads uploads(Purpose... purposes) throws IOException {
        return Grouping.of(inventory(), Cluster.unknown(), Set.of(purposes)).uploads();
    }

    private Grouped grouped() throws IOException {
        return Grouping.of(inventory(), Cluster.unknown(), Set.of());
    }

    private Inventory inventory() throws IOException {
        return DirectoryScan.scan(tree.directory(), List.of(caDirectory), List.of(), List.of(), Set.of());
    }

    private List<String> ids() throws IOException {
        return uploads().sets().stream().map(UploadSet::id).toList();
    }

    private UploadSet set(String id) throws IOException {
        return uploads().sets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private UploadSet only() throws IOException {
        assertThat(uploads().sets()).hasSize(1);
        return uploads().sets().get(0);
    }

    private TrustStore store(String id) throws IOException {
        List<TrustStore> stores = facts(grouped(), Cluster.unknown()).stores(set(id));
        assertThat(stores).hasSize(1);
        return stores.get(0);
    }

    /** The stores of the only set. */
    private static List<TrustStore> stores(Grouped grouped, Cluster cluster) {
        assertThat(grouped.uploads().sets()).hasSize(1);
        return facts(grouped, cluster).stores(grouped.uploads().sets().get(0));
    }

    private static Facts facts(Grouped grouped, Cluster cluster) {
        return Facts.of(new Inventory(List.of()), grouped, Requests.situation(cluster, ChangeWindow.at(Times.NOW)));
    }

    private static byte[] bytes(Optional<Certificate> certificate) {
        return certificate.orElseThrow().encoded();
    }

    private static List<String> names(Collection<Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> certificate.subject().commonName().orElseThrow())
                .toList();
    }

    private static String csr(UploadSet set) {
        return set.csr().orElseThrow().sha256();
    }

    @Test
    void aMultiServerSetIsNotDeployedIfANodeHasAnotherIdentity() throws IOException {
        GoodSet multi = GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        tree.set(MULTI + "/tomcat", multi)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", multi.leaf().pem())
                .file("deployed/" + SUB + "/tomcat/tomcat.pem", GOOD.leaf().pem());
        assertThat(only().deployed().identities()).hasSize(2);
        assertThat(only().isDeployed()).isFalse();
    }

    @Test
    void aFileNamedForAnotherPurposeIsNotAnAnswer() throws IOException {
        GoodSet ipsec = GoodSet.of(PUB).csr(RENEWED);
        tree.file("tomcat.csr", GOOD.csr().pem())
                .file("tomcat.pem", ipsec.leaf().pem())
                .file("ipsec.csr", ipsec.csr().pem())
                .file("ipsec.pem", GOOD.leaf().pem());
        assertThat(bytes(set("tomcat").leaf())).isEqualTo(ipsec.leaf().der());
        assertThat(bytes(set("ipsec").leaf())).isEqualTo(GOOD.leaf().der());
    }

    @Test
    void aFileWithoutAPurposeInItsNameBelongsToTheCsrThatItAnswers() throws IOException {
        tree.file("tomcat.csr", GOOD.csr().pem())
                .file("certnew.cer", GOOD.leaf().pem());
        assertThat(only().id()).isEqualTo("tomcat");
        assertThat(bytes(only().leaf())).isEqualTo(GOOD.leaf().der());
    }

    @Test
    void anOldPairIsNotTheSetOnceTheNewOneIsDeployed() throws IOException {
        Csr old = Csr.of(PUB, with -> with.key(Keys.rsa("old")));
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/old.csr", old.pem())
                .file(
                        PUB + "/tomcat/old.pem",
                        GOOD.intermediate()
                                .sign(old, with -> with.valid("2024-01-01", "2026-01-01"))
                                .pem())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf().pem());
        assertThat(only().isDeployed()).isTrue();
    }

    @Test
    void aCsrThatOnlyTheDeployedIdentityAnswersIsDeployed() throws IOException {
        tree.file(PUB + "/tomcat/tomcat.csr", GOOD.csr().pem())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf().pem());
        assertThat(only().isDeployed()).isTrue();
    }

    @Test
    void theNewestPairShowsTheNodesThatTheSetServes() throws IOException {
        GoodSet multi = GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        Cert newest = multi.intermediate().sign(multi.csr(), with -> with.valid("2026-06-01", "2028-06-01"));
        tree.set(PUB + "/tomcat", GOOD)
                .file(PUB + "/tomcat/ms.csr", multi.csr().pem())
                .file(PUB + "/tomcat/ms.pem", newest.pem())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", newest.pem())
                .file(
                        "deployed/" + SUB + "/tomcat/tomcat.pem",
                        GoodSet.of(SUB).leaf().pem());
        assertThat(only().deployed().identities()).hasSize(2);
        assertThat(only().isDeployed()).isFalse();
    }

    @Test
    void anIssuerAnywhereIsNotALeaf() throws IOException {
        Cert root = Cert.root("Old Root", with -> with.versionOne());
        Cert issuing = root.intermediate("Issuing");
        tree.file(PUB + "/tomcat/tomcat.pem", issuing.sign(GOOD.csr()).pem())
                .file(PUB + "/tomcat/root.pem", root.pem())
                .file("ca/issuing.pem", issuing.pem());
        assertThat(only().match().rivals()).isEmpty();
        assertThat(names(store(PUB + "/tomcat").offered())).containsExactlyInAnyOrder("Old Root", "Issuing");
    }

    @Test
    void aReplicatingStoreIsOneForAllNodes() throws IOException {
        tree.file(PUB + "/tomcat/tomcat.csr", GOOD.csr().pem())
                .file(PUB + "/ca/root.pem", GOOD.root().pem())
                .file(PUB + "/ipsec/ipsec.csr", RENEWED.pem())
                .file(SUB + "/tomcat/tomcat.csr", Csr.of(SUB).pem())
                .file(
                        SUB + "/ipsec/ipsec.csr",
                        Csr.of(SUB, with -> with.key(Keys.rsa("other"))).pem());
        assertThat(store(SUB + "/tomcat")).isEqualTo(store(PUB + "/tomcat"));
        assertThat(store(SUB + "/tomcat").offered()).hasSize(1);
        assertThat(store(PUB + "/ipsec").offered()).hasSize(1);
        assertThat(store(SUB + "/ipsec").offered()).isEmpty();
    }

    @Test
    void deployedFoldersOfANodeAreItsOwnInAnySpelling() throws IOException {
        tree.file(PUB + "/ipsec/ipsec.csr", GOOD.csr().pem())
                .file("deployed/cucm-pub/ca/sorted/root.pem", GOOD.root().pem())
                .file(
                        PUB + "/ipsec/ipsec-trust/issuing.pem",
                        GOOD.intermediate().pem());
        assertThat(store(PUB + "/ipsec").certificates()).hasSize(2);
    }

    @Test
    void identitiesOfOtherNodesAreInNoTrustStore() throws IOException {
        tree.file(PUB + "/tomcat/tomcat.csr", GOOD.csr().pem())
                .file(
                        "deployed/" + SUB + "/tomcat/tomcat.pem",
                        GoodSet.of(SUB).leaf().pem())
                .file(
                        "deployed/" + SUB + "/tomcat-ECDSA/tomcat.pem",
                        GoodSet.of(SUB).csr(RENEWED).leaf().pem());
        assertThat(store(PUB + "/tomcat").deployed()).isEmpty();
    }

    @Test
    void eachConfiguredNodeHasItsOwnStore() throws IOException {
        Csr csr = Csr.of("imp1-ms.example.com");
        tree.file("imp1-ms.example.com/cup-xmpp/a.csr", csr.pem())
                .file(
                        "deployed/imp1.example.com/cup-xmpp-trust/root.pem",
                        GOOD.root().pem());
        Cluster cluster = new Cluster(
                Optional.empty(),
                List.of(),
                List.of(new NodeName("imp1.example.com"), new NodeName("imp2.example.com")),
                Optional.empty(),
                false,
                false,
                false,
                false,
                List.of());
        List<TrustStore> stores = stores(Grouping.of(inventory(), cluster, Set.of()), cluster);
        assertThat(stores).extracting(TrustStore::node).containsExactly("imp1.example.com", "imp2.example.com");
        assertThat(stores).extracting(store -> store.deployed().size()).containsExactly(1, 0);
    }

    @Test
    void anAdditionalCaDirectoryIsOfferedToAllWhateverItsFolderNames() throws IOException {
        Path deep = Files.createDirectories(caDirectory.resolve("deployed/ca"));
        Files.write(deep.resolve("root.pem"), GOOD.root().der());
        tree.file(PUB + "/ipsec/ipsec.csr", GOOD.csr().pem());
        assertThat(store(PUB + "/ipsec").offered()).hasSize(1);
    }

    @Test
    void inAFlatFolderACaCertificateCanAnswerItsCsr() throws IOException {
        Cert leaf = GOOD.leaf(with -> with.ca()).leaf();
        tree.file(PUB + "/tomcat.csr", GOOD.csr())
                .file(PUB + "/tomcat.pem", leaf)
                .file(PUB + "/root.pem", GOOD.root());
        assertThat(bytes(only().leaf())).isEqualTo(leaf.der());
    }

    @Test
    void aDeployedCaCertificateNextToTheIdentityIsNotAnIdentity() throws IOException {
        tree.file(PUB + "/tomcat.csr", GOOD.csr())
                .file(PUB + "/root.pem", GOOD.root())
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf())
                .file("deployed/" + PUB + "/tomcat/root.pem", GOOD.root());
        assertThat(only().deployed().identities()).hasSize(1);
    }

    @Test
    void aLeafWithoutPurposeIsNotNamedAfterADeployedCsr() throws IOException {
        tree.file("deployed/x/held.csr", GOOD.csr()).file("y/answer.pem", GOOD.leaf());
        assertThat(ids()).containsExactly("y/unknown/answer");
    }

    @Test
    void aCsrWithoutPurposeIsNotPairedWithALeafOfOtherFolders() throws IOException {
        tree.file("x/asked.csr", RENEWED)
                .file("x/tomcat.csr", GOOD.csr())
                .file("y/wrong.pem", GoodSet.of(SUB).leaf());
        assertThat(ids()).containsExactly("x/tomcat", "x/unknown/asked", "y/unknown/wrong");
    }

    @Test
    void aMultiServerSetHasOnlyTheStoresOfItsNodes() throws IOException {
        GoodSet multi = GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
        tree.set(MULTI + "/ipsec", multi)
                .file(MULTI + "/ipsec/ipsec-trust/own.pem", Cert.root("Of the folder's node"))
                .file("deployed/" + MULTI + "/ipsec/old.pem", Cert.root("Deployed next to a leaf"))
                .file("deployed/" + MULTI + "/ipsec/ipsec.pem", GOOD.leaf())
                .file("deployed/" + PUB + "/ipsec-trust/a.pem", Cert.root("Of the publisher"))
                .file("deployed/" + SUB + "/ipsec-trust/b.pem", Cert.root("Of the subscriber"))
                .file("deployed/cucm-pub.example.org/ipsec-trust/c.pem", Cert.root("Of another cluster"));
        List<TrustStore> stores = stores(grouped(), Cluster.unknown());
        assertThat(stores).extracting(TrustStore::node).containsExactly(PUB, SUB);
        assertThat(stores)
                .extracting(store -> names(store.deployed()))
                .containsExactly(List.of("Of the publisher"), List.of("Of the subscriber"));
        assertThat(stores)
                .extracting(store -> names(store.offered()))
                .containsOnly(List.of("Example Issuing CA", "Example Root CA"));
    }

    @ParameterizedTest
    @CsvSource({"Phone-trust", "PHONE-SAST-TRUST", "directory-trust"})
    void certificatesInAStoreThatNoPurposeUsesAreOfferedToNone(String folder) throws IOException {
        leafOnly(PUB, "tomcat");
        tree.file(PUB + "/tomcat/" + folder + "/a.pem", Cert.root("Foreign"))
                .file(PUB + "/tomcat/" + folder + "/b.pem", GoodSet.of(SUB).leaf());
        assertThat(stores(grouped(), Cluster.unknown()).get(0).offered()).isEmpty();
    }

    @Test
    void identitiesOfADeployedFolderElsewhereDoNotCount() throws IOException {
        leafOnly("b/" + PUB, "tomcat");
        tree.file("a/deployed/" + PUB + "/tomcat/tomcat.pem", GOOD.leaf());
        assertThat(only().deployed().identities()).isEmpty();
        assertThat(only().isDeployed()).isFalse();
    }
}
