package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the inventory of certificates. */
class CertificateListTest {
    private static final String PUB = "pub.example.com";
    private static final String SUB = "sub.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void anEmptyDirectory() {
        tree = Tree.in(directory);
    }

    @Test
    void aLeafAndTheCertificatesOfItsPath() throws IOException {
        tree.set(PUB + "/tomcat");
        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "tomcat of pub.example.com: pub.example.com, leaf, to be uploaded",
                        "tomcat-trust of all nodes: Example Issuing CA, intermediate, to be uploaded",
                        "tomcat-trust of all nodes: Example Root CA, root, to be uploaded");
    }

    @Test
    void aCertificateThatManySetsShareIsOneRowForEachStore() throws IOException {
        for (int i = 10; i < 30; i++) {
            tree.set("node-" + i + "/tomcat").set("node-" + i + "/CallManager");
        }
        assertThat(rows())
                .hasSize(40 + 4)
                .contains(
                        "tomcat-trust of all nodes: Example Root CA, root, to be uploaded",
                        "CallManager-trust of all nodes: Example Root CA, root, to be uploaded");
    }

    @Test
    void aStoreThatDoesNotReplicateNamesItsNodes() throws IOException {
        tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                .set(SUB + "/ipsec", GoodSet.ipsec(SUB))
                .file("deployed/" + SUB + "/ipsec-trust/root.pem", GOOD.root());
        assertThat(rows())
                .contains(
                        "ipsec-trust of pub.example.com, sub.example.com: Example Issuing CA, intermediate, to be uploaded",
                        "ipsec-trust of pub.example.com: Example Root CA, root, to be uploaded",
                        "ipsec-trust of sub.example.com: Example Root CA, root, deployed")
                .hasSize(5);
    }

    @Test
    void aCertificateOfAnExportThatNoRuleChecksIsInItsStore() throws IOException {
        Cert phones = Cert.root("Phones Root CA");
        Cert ciscos = Cert.root("x", with -> with.subject("O=Cisco,CN=Cisco Root CA 2048"));
        tree.set(PUB + "/tomcat")
                .file(
                        "deployed/pub.json",
                        Snapshot.of(PUB)
                                .trust("Phone-SAST-trust", phones)
                                .trust("CAPF", ciscos)
                                .json());
        assertThat(rows())
                .contains(
                        "Phone-SAST-trust of pub.example.com: Phones Root CA, root, deployed",
                        "CAPF-trust of pub.example.com: Cisco Root CA 2048, root, deployed")
                .hasSize(5);
    }

    @Test
    void anIdentityOfAnExportThatNoCaSignsIsListedUnderItsPurpose() throws IOException {
        Cert recovery = Cert.root("ITLRECOVERY_pub.example.com");
        tree.set(PUB + "/tomcat")
                .file(
                        "deployed/pub.json",
                        Snapshot.of(PUB).identity("ITLRecovery", recovery).json());
        assertThat(rows())
                .contains("ITLRecovery of pub.example.com: ITLRECOVERY_pub.example.com, leaf, deployed")
                .hasSize(4);
    }

    @Test
    void aCertificateOfAnExportThatDoesNotCountIsNotListed() throws IOException {
        GoodSet old = GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("old"))));
        tree.set(PUB + "/tomcat")
                .file(
                        "deployed/pub.json",
                        Snapshot.of(PUB)
                                .identity("ipsec", GOOD.leaf())
                                .identity("ipsec", old.leaf())
                                .revoked(Cert.root("Revoked Root CA"))
                                .trust("toncat", Cert.root("Unknown Root CA"))
                                .json());
        assertThat(rows()).hasSize(3).noneMatch(row -> row.contains("every trust store"));
    }

    @Test
    void aMultiServerCertificateIsOneRowWithAllItsNodes() throws IOException {
        multiServer();
        assertThat(rows())
                .contains("tomcat of pub.example.com, sub.example.com: pub-ms.example.com, leaf, to be uploaded");
    }

    @Test
    void aDeployedCertificateIsReplacedOrStays() throws IOException {
        tree.file("deployed/" + PUB + "/tomcat/held.pem", GOOD.leaf())
                .file(
                        "deployed/" + PUB + "/TVS/held.pem",
                        GOOD.leaf(with -> with.serial(7)).leaf())
                .set(PUB + "/tomcat", GOOD.csr(Csr.of(PUB, with -> with.key(Keys.rsa("new")))));
        assertThat(rows())
                .contains(
                        "tomcat of pub.example.com: pub.example.com, leaf, deployed, to be replaced",
                        "tomcat of pub.example.com: pub.example.com, leaf, to be uploaded",
                        "TVS of pub.example.com: pub.example.com, leaf, deployed");
    }

    @Test
    void aSetThatIsDeployedIsOneRow() throws IOException {
        tree.set(PUB + "/tomcat", GOOD).file("deployed/" + PUB + "/tomcat/held.pem", GOOD.leaf());
        assertThat(rows())
                .contains("tomcat of pub.example.com: pub.example.com, leaf, deployed")
                .hasSize(3);
    }

    @Test
    void aCertificateThatAMultiServerOneReplacesIsListedForItsNode() throws IOException {
        multiServer();
        tree.file("deployed/" + PUB + "/tomcat/held.pem", GOOD.leaf())
                .file("deployed/" + SUB + "/tomcat/held.pem", GoodSet.of(SUB).leaf());
        assertThat(rows())
                .contains(
                        "tomcat of pub.example.com: pub.example.com, leaf, deployed, to be replaced",
                        "tomcat of sub.example.com: sub.example.com, leaf, deployed, to be replaced");
    }

    @Test
    void aDeployedCertificateWithoutAnUploadSet() throws IOException {
        tree.file("deployed/" + PUB + "/tomcat/held.pem", Cert.selfSigned(Csr.of(PUB)))
                .file("deployed/tomcat-trust/ldap.pem", Cert.root("LDAP CA"))
                .file("deployed/" + PUB + "/ipsec-trust/gateway.pem", Cert.root("Gateway CA"))
                .file("deployed/Phone-SAST-trust/old.pem", Cert.root("Old CA"))
                .file("deployed/ca/any.pem", Cert.root("Any CA"));
        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "tomcat of pub.example.com: pub.example.com, leaf, deployed",
                        "tomcat-trust of all nodes: LDAP CA, root, deployed",
                        "ipsec-trust of pub.example.com: Gateway CA, root, deployed",
                        "Phone-SAST-trust of : Old CA, root, deployed",
                        "every trust store of : Any CA, root, deployed");
    }

    @Test
    void theSameWithUploadSetsOfOtherNodesAndPurposes() throws IOException {
        tree.set(SUB + "/ipsec", GoodSet.ipsec(SUB))
                .without(SUB + "/ipsec/root.pem")
                .file("deployed/tomcat-trust/root.pem", GOOD.root())
                .file("deployed/" + PUB + "/ipsec-trust/root.pem", GOOD.root())
                .file("deployed/sub/ipsec-trust/root.pem", GOOD.root())
                .file("deployed/ca/any.pem", GOOD.intermediate());
        assertThat(rows())
                .contains(
                        "tomcat-trust of all nodes: Example Root CA, root, deployed",
                        "ipsec-trust of pub.example.com, sub.example.com: Example Root CA, root, deployed")
                .noneMatch(row -> row.startsWith("every trust store"));
    }

    @Test
    void theStateOfACertificateInATrustStore() throws IOException {
        Cert renewed = Cert.root("Example Root CA", with -> with.valid("2025-01-01", "2045-01-01"));
        tree.set(PUB + "/tomcat", new GoodSet(GOOD.csr(), GOOD.leaf(), GOOD.intermediate(), renewed))
                .file("deployed/tomcat-trust/root.pem", GOOD.root())
                .file("deployed/tomcat-trust/unused.pem", Cert.root("Unused CA"))
                .file("ca/expired.pem", Cert.root("Expired CA", with -> with.valid("2000-01-01", "2001-01-01")))
                .file("ca/other.pem", Cert.root("Other CA"));
        assertThat(rows())
                .contains(
                        "tomcat-trust of all nodes: Example Root CA, root, to be uploaded",
                        "tomcat-trust of all nodes: Example Root CA, root, deployed, to be replaced",
                        "tomcat-trust of all nodes: Unused CA, root, deployed",
                        "tomcat-trust of all nodes: Expired CA, root, offered, not accepted",
                        "tomcat-trust of all nodes: Other CA, root, offered, not needed");
    }

    @Test
    void onlyThePurposesToCheck() throws IOException {
        tree.set(PUB + "/tomcat")
                .set(PUB + "/ipsec", GoodSet.ipsec(PUB))
                .file("deployed/" + SUB + "/ipsec/held.pem", GoodSet.of(SUB).leaf())
                .file("deployed/" + SUB + "/ipsec-trust/root.pem", GOOD.root());
        Report report = new Report(
                "1",
                "certs",
                "certs",
                "",
                Requests.checked(Requests.of(directory, Cluster.unknown(), Set.of(Purpose.TOMCAT), List.of())));
        assertThat(CertificateList.of(report)).extracting(CertificateRow::place).containsOnly("tomcat", "tomcat-trust");
    }

    @Test
    void theEarliestExpiryComesFirstAndDaysAreWhole() throws IOException {
        Instant now = Times.NOW;
        ends("a", now);
        ends("b", now.minusSeconds(1));
        ends("c", now.plusSeconds(86_400));
        ends("d", now.plusSeconds(86_399));
        ends("e", now.minusSeconds(86_401));
        assertThat(CertificateList.of(Reported.of(directory)))
                .extracting(row -> row.name() + " " + row.daysLeft())
                .containsExactly("e -2", "b -1", "a 0", "d 0", "c 1");
    }

    @Test
    void usagesAndSerialAsCucmShowsThem() throws IOException {
        tree.set(PUB + "/tomcat", GOOD.leaf(with -> with.serial(0xABCDEFL)));
        CertificateRow leaf = CertificateList.of(Reported.of(directory)).get(0);
        assertThat(leaf.serial()).isEqualTo("abcdef");
        assertThat(leaf.extendedKeyUsages()).containsExactly("clientAuth", "serverAuth");
        assertThat(leaf.hasClientAuth()).isTrue();
        assertThat(CertificateList.of(Reported.of(directory)).get(1).hasClientAuth())
                .isFalse();
    }

    private void ends(String name, Instant notAfter) {
        tree.file("deployed/tomcat-trust/" + name + ".pem", Cert.root(name, with -> with.notAfter(notAfter)));
    }

    private void multiServer() {
        Csr csr = Csr.of("pub-ms.example.com", with -> with.san("DNS:" + PUB, "DNS:" + SUB));
        tree.set("pub-ms.example.com/tomcat", GOOD.csr(csr));
    }

    private List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (CertificateRow row : CertificateList.of(Reported.of(directory))) {
            rows.add(row.place() + " of " + row.allNodes() + ": " + row.name() + ", "
                    + row.role().label() + ", " + row.status().label(Language.ENGLISH));
        }
        return rows;
    }
}
