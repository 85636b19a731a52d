package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.upload.Grouped;
import io.github.cucmcerts.upload.Grouping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates of a directory are offered to a trust store, and which it holds: docs/directory.md. */
class TrustStoresTest {
    private static final String PUB = "pub.example.com";
    private static final String SUB = "sub.example.com";
    private static final String MULTI = "pub-ms.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet OTHER = GoodSet.of(SUB);
    private static final Csr OF_BOTH = Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB));
    private static final Cert ROOT = GOOD.root();
    private static final Cert MORE = Cert.root("More");

    @TempDir
    private Path temporary;

    private Path directory;
    private Tree tree;
    private List<Path> caDirectories = List.of();
    private List<NodeName> presence = List.of();

    @BeforeEach
    void plant() throws IOException {
        directory = Files.createDirectory(temporary.resolve("certs"));
        tree = Tree.in(directory).file(PUB + "/tomcat/a.csr", GOOD.csr());
    }

    @Test
    void aReplicatingStoreIsOneForAllNodes() throws IOException {
        tree.file(SUB + "/tomcat/a.csr", OTHER.csr())
                .file(PUB + "/tomcat/root.pem", ROOT)
                .file("deployed/" + SUB + "/tomcat-trust/more.pem", MORE);
        String store = "tomcat-trust: " + PUB + "/tomcat/root.pem | deployed/" + SUB + "/tomcat-trust/more.pem";
        assertThat(stores(PUB + "/tomcat")).containsExactly(store);
        assertThat(stores(SUB + "/tomcat")).containsExactly(store);
    }

    @Test
    void anyOtherStoreBelongsToItsNode() throws IOException {
        tree.file(PUB + "/ipsec/a.csr", GOOD.csr())
                .file(SUB + "/ipsec/a.csr", OTHER.csr())
                .file(PUB + "/ipsec/root.pem", ROOT)
                .file(PUB + "/ca/more.pem", MORE)
                .file("deployed/" + SUB + "/ipsec-trust/more.pem", MORE);
        assertThat(stores(PUB + "/ipsec"))
                .containsExactly("ipsec-trust of " + PUB + ": " + PUB + "/ca/more.pem " + PUB + "/ipsec/root.pem | ");
        assertThat(stores(SUB + "/ipsec"))
                .containsExactly("ipsec-trust of " + SUB + ":  | deployed/" + SUB + "/ipsec-trust/more.pem");
    }

    @Test
    void aCaFolderIsForTheSetsBelowItsParent() throws IOException {
        tree.file("site/" + SUB + "/tomcat/a.csr", OTHER.csr())
                .file("ca/root.pem", ROOT)
                .file("site/ca/more.pem", MORE);
        assertThat(stores(PUB + "/tomcat")).containsExactly("tomcat-trust: ca/root.pem site/ca/more.pem | ");
        tree.file("site/" + SUB + "/ipsec/a.csr", OTHER.csr()).file(PUB + "/ipsec/a.csr", GOOD.csr());
        assertThat(stores(PUB + "/ipsec")).containsExactly("ipsec-trust of " + PUB + ": ca/root.pem | ");
        assertThat(stores("site/" + SUB + "/ipsec"))
                .containsExactly("ipsec-trust of site/" + SUB + ": ca/root.pem site/ca/more.pem | ");
    }

    @Test
    void aMultiServerSetMeetsTheStoreOfEachNode() throws IOException {
        tree.file(MULTI + "/ipsec/a.csr", OF_BOTH)
                .file(MULTI + "/ipsec/root.pem", ROOT)
                .file(MULTI + "/ipsec/ipsec-trust/own.pem", MORE)
                .file("deployed/" + PUB + "/ipsec-trust/a.pem", MORE)
                .file("deployed/" + SUB + "/ipsec-trust/b.pem", ROOT);
        assertThat(stores(MULTI + "/ipsec"))
                .containsExactly(
                        "ipsec-trust of " + PUB + ": " + MULTI + "/ipsec/root.pem | deployed/" + PUB
                                + "/ipsec-trust/a.pem",
                        "ipsec-trust of " + SUB + ": " + MULTI + "/ipsec/root.pem | deployed/" + SUB
                                + "/ipsec-trust/b.pem");
    }

    @Test
    void certificatesAboveAndBelowAMultiServerSetsFolderAreOfferedToEachNode() throws IOException {
        tree.file(MULTI + "/ipsec/a.csr", OF_BOTH)
                .file(PUB + "/ipsec/a.csr", GOOD.csr())
                .file(SUB + "/ipsec/a.csr", OTHER.csr())
                .file(PUB + "/ipsec-trust/own.pem", Cert.root("Own"))
                .file(SUB + "/ipsec-trust/own.pem", Cert.root("Own"))
                .file(MULTI + "/ca/more.pem", MORE)
                .file(MULTI + "/ipsec/sent/root.pem", ROOT);
        String offered = MULTI + "/ca/more.pem " + MULTI + "/ipsec/sent/root.pem";
        assertThat(stores(MULTI + "/ipsec"))
                .containsExactly(
                        "ipsec-trust of " + PUB + ": " + offered + " " + PUB + "/ipsec-trust/own.pem | ",
                        "ipsec-trust of " + SUB + ": " + offered + " " + SUB + "/ipsec-trust/own.pem | ");
    }

    @Test
    void anAdditionalCaDirectoryIsOfferedToEveryStore() throws IOException {
        tree.file(PUB + "/ipsec/a.csr", GOOD.csr());
        Path further = Files.createDirectory(directory.resolveSibling("further"));
        Tree.in(further).file("tomcat/root.pem", ROOT);
        caDirectories = List.of(further);
        assertThat(stores(PUB + "/ipsec")).containsExactly("ipsec-trust of " + PUB + ": ../further/tomcat/root.pem | ");
        assertThat(stores(PUB + "/tomcat")).containsExactly("tomcat-trust: ../further/tomcat/root.pem | ");
    }

    @Test
    void aCaCertificateThatIsOrWasALeafIsNotOffered() throws IOException {
        tree.file(PUB + "/tomcat/a.pem", GOOD.leaf(with -> with.ca()).leaf())
                .file(
                        PUB + "/tomcat/old.pem",
                        GOOD.leaf(with -> with.ca().valid("2024-01-01", "2025-01-01"))
                                .leaf())
                .file(PUB + "/tomcat/root.pem", ROOT);
        assertThat(stores(PUB + "/tomcat")).containsExactly("tomcat-trust: " + PUB + "/tomcat/root.pem | ");
    }

    @Test
    void certificatesDeployedToAStoreThatNoPurposeUsesAreInNone() throws IOException {
        tree.file("deployed/" + PUB + "/Phone-trust/a.pem", MORE).file("deployed/" + PUB + "/tomcat-trust/a.pem", ROOT);
        assertThat(stores(PUB + "/tomcat")).containsExactly("tomcat-trust:  | deployed/" + PUB + "/tomcat-trust/a.pem");
    }

    @Test
    void aConfiguredNodeHasAStoreWithoutAFolder() throws IOException {
        tree.file("imp-ms.example.com/cup-xmpp/a.csr", Csr.of("imp-ms.example.com"));
        assertThat(stores("imp-ms.example.com/cup-xmpp")).containsExactly("cup-xmpp-trust of imp-ms.example.com:  | ");
        presence = List.of(new NodeName("imp1.example.com"), new NodeName("imp2.example.com"));
        assertThat(stores("imp-ms.example.com/cup-xmpp"))
                .containsExactly("cup-xmpp-trust of imp1.example.com:  | ", "cup-xmpp-trust of imp2.example.com:  | ");
    }

    @Test
    void purposesThatShareAStoreShareItsContent() throws IOException {
        tree.file(PUB + "/tomcat-ECDSA/a.csr", GoodSet.ecdsa(PUB).csr())
                .file(PUB + "/tomcat-ECDSA/root.pem", ROOT)
                .file(PUB + "/ipsec/more.pem", MORE)
                .file("Phone-trust/c.pem", Cert.root("Phones"));
        assertThat(stores(PUB + "/tomcat")).containsExactly("tomcat-trust: " + PUB + "/tomcat-ECDSA/root.pem | ");
    }

    @Test
    void leavesAreOfferedOnlyFromStores() throws IOException {
        tree.file(PUB + "/tomcat/a.pem", GOOD.leaf())
                .file(PUB + "/tomcat/stray.pem", OTHER.leaf())
                .file(
                        PUB + "/tomcat-trust/leaf.pem",
                        OTHER.leaf(with -> with.serial(3)).leaf())
                .file("deployed/" + PUB + "/tomcat/served.pem", GOOD.leaf())
                .file("deployed/" + PUB + "/tomcat/root.pem", ROOT)
                .file("deployed/tomcat-trust/leaf.pem", GOOD.leaf());
        assertThat(stores(PUB + "/tomcat"))
                .containsExactly("tomcat-trust: " + PUB + "/tomcat-trust/leaf.pem | deployed/" + PUB
                        + "/tomcat/root.pem deployed/tomcat-trust/leaf.pem");
    }

    @Test
    void anotherSitesDeployedFolderDescribesItsOwnSets() throws IOException {
        tree.file("a/" + PUB + "/ipsec/a.csr", GOOD.csr())
                .file("b/" + SUB + "/ipsec/a.csr", OTHER.csr())
                .file("a/deployed/ipsec-trust/root.pem", ROOT)
                .file("deployed/ipsec-trust/more.pem", MORE);
        assertThat(stores("a/" + PUB + "/ipsec"))
                .containsExactly("ipsec-trust of a/" + PUB
                        + ":  | a/deployed/ipsec-trust/root.pem deployed/ipsec-trust/more.pem");
        assertThat(stores("b/" + SUB + "/ipsec"))
                .containsExactly("ipsec-trust of b/" + SUB + ":  | deployed/ipsec-trust/more.pem");
    }

    @Test
    void aNodesDeployedFolderDescribesAReplicatingStoreForAll() throws IOException {
        tree.file(SUB + "/tomcat/a.csr", OTHER.csr()).file(PUB + "/deployed/tomcat-trust/root.pem", ROOT);
        assertThat(stores(SUB + "/tomcat"))
                .containsExactly("tomcat-trust:  | " + PUB + "/deployed/tomcat-trust/root.pem");
        tree.file("tomcat/b.csr", Csr.of("third.example.com"));
        tree.without(PUB + "/deployed/tomcat-trust/root.pem").file("elsewhere/deployed/tomcat-trust/root.pem", ROOT);
        assertThat(stores(SUB + "/tomcat")).containsExactly("tomcat-trust:  | ");
    }

    @Test
    void aStoreIsTheSameWithTheSameContent() {
        TrustStore store = store("tomcat-trust", "");
        assertThat(store.holdsTheSame(store("tomcat-trust", ""))).isTrue();
        assertThat(store.holdsTheSame(store("ipsec-trust", ""))).isFalse();
        assertThat(store.holdsTheSame(store("tomcat-trust", PUB))).isFalse();
        assertThat(store("ipsec-trust", PUB).label()).isEqualTo("ipsec-trust of " + PUB);
        assertThat(store.label()).isEqualTo("tomcat-trust");
    }

    @Test
    void deletedCertificatesAreGone() throws IOException {
        tree.file("deployed/tomcat-trust/root.pem", ROOT).file("deployed/tomcat-trust/more.pem", MORE);
        TrustStore store = of(PUB + "/tomcat").get(0);
        List<Certificate> both = store.deployed();
        assertThat(store.without(Set.of(both.get(0))).deployed()).containsExactly(both.get(1));
        assertThat(store.without(Set.of(both.get(0))).holdsTheSame(store)).isFalse();
    }

    private static TrustStore store(String name, String node) {
        return new TrustStore(new TrustStore.Id(name, node, Set.of()), List.of(), List.of());
    }

    /** Each store of the set: its label, the files offered to it, and the files that it holds. */
    private List<String> stores(String id) throws IOException {
        return of(id).stream()
                .map(store -> store.label() + ": " + files(store.offered()) + " | " + files(store.deployed()))
                .toList();
    }

    private List<TrustStore> of(String id) throws IOException {
        Cluster cluster = new Cluster(
                Optional.empty(), List.of(), presence, Optional.empty(), false, false, false, false, List.of());
        Grouped grouped = Grouping.of(
                DirectoryScan.scan(directory, caDirectories, List.of(), List.of(), Set.of()), cluster, Set.of());
        return TrustStores.of(grouped, cluster).get(id);
    }

    private static String files(List<Certificate> certificates) {
        return String.join(
                " ",
                certificates.stream()
                        .map(certificate -> certificate.origin().file())
                        .toList());
    }
}
