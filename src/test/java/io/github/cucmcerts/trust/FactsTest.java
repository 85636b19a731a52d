package io.github.cucmcerts.trust;

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
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.upload.Grouping;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts that rules can use. */
class FactsTest {
    private static final String PUB = "pub.example.com";
    private static final String SUB = "sub.example.com";
    private static final String MULTI = "pub-ms.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet OTHER = GoodSet.of(SUB);
    private static final Csr OF_BOTH = Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB));

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = Tree.in(directory);
    }

    @Test
    void eachSetHasItsStoresAndPaths() throws IOException {
        tree.set(PUB + "/tomcat");
        Facts facts = facts();
        UploadSet set = set(facts, PUB + "/tomcat");
        assertThat(facts.stores(set)).extracting(TrustStore::label).containsExactly("tomcat-trust");
        assertThat(facts.chains(set)).hasSize(1);
        StoreChain found = facts.storeChain(set).orElseThrow();
        assertThat(files(found.chain().path()))
                .containsExactly(
                        PUB + "/tomcat/tomcat.pem", PUB + "/tomcat/intermediate.pem", PUB + "/tomcat/root.pem");
        assertThat(files(found.fromTheRoot()))
                .containsExactly(PUB + "/tomcat/root.pem", PUB + "/tomcat/intermediate.pem");
        assertThat(facts.chain(set)).contains(found.chain());
        assertThat(facts.chain(set, Chain.Good.class)).isPresent();
        assertThat(facts.chain(set, Chain.SelfSigned.class)).isEmpty();
        assertThat(facts.authorities(set))
                .isEqualTo(found.chain().authorities())
                .hasSize(2);
        assertThat(facts.neededIn(found.store())).hasSize(2);
        assertThat(facts.failure(set)).isEmpty();
    }

    @Test
    void eachStoreHasItsOwnFilesThoughTheyAreTheSame() throws IOException {
        tree.set(PUB + "/ipsec").file(SUB + "/ipsec/a.csr", OTHER.csr()).file(SUB + "/ipsec/a.pem", OTHER.leaf());
        for (String name : List.of("intermediate.pem", "root.pem")) {
            tree.file(SUB + "/ipsec/" + name, Files.readAllBytes(directory.resolve(PUB + "/ipsec/" + name)));
        }
        Facts facts = facts();
        for (String node : List.of(PUB, SUB)) {
            UploadSet set = set(facts, node + "/ipsec");
            StoreChain found = facts.storeChain(set).orElseThrow();
            assertThat(files(found.fromTheRoot()))
                    .containsExactly(node + "/ipsec/root.pem", node + "/ipsec/intermediate.pem");
            assertThat(files(facts.neededIn(found.store())))
                    .containsExactlyInAnyOrder(node + "/ipsec/root.pem", node + "/ipsec/intermediate.pem");
        }
    }

    @Test
    void withoutALeafThereIsNoPath() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr());
        Facts facts = facts();
        assertThat(facts.chain(set(facts, PUB + "/tomcat"))).isEmpty();
        assertThat(facts.authorities(set(facts, PUB + "/tomcat"))).isEmpty();
    }

    @Test
    void theStoreWithTheFailingPathCounts() throws IOException {
        tree.file(MULTI + "/ipsec/a.csr", OF_BOTH)
                .file(MULTI + "/ipsec/a.pem", GOOD.intermediate().sign(OF_BOTH))
                .file("deployed/" + PUB + "/ipsec-trust/root.pem", GOOD.root())
                .file("deployed/" + PUB + "/ipsec-trust/issuing.pem", GOOD.intermediate())
                .file("deployed/" + SUB + "/ipsec-trust/root.pem", GOOD.root());
        Facts facts = facts();
        UploadSet set = set(facts, MULTI + "/ipsec");
        assertThat(facts.chains(set)).hasSize(2);
        assertThat(facts.storeChain(set).orElseThrow().store().label()).isEqualTo("ipsec-trust of " + SUB);
        assertThat(facts.chain(set, Chain.IssuerMissing.class)).isPresent();
        assertThat(facts.authorities(set)).hasSize(2);
    }

    @Test
    void setsAreFoundByKeyNodeAndFile() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file(SUB + "/tomcat/a.csr", GOOD.csr())
                .file(SUB + "/ipsec/a.csr", OTHER.csr())
                .file(SUB + "/ipsec/a.pem", OTHER.leaf())
                .file(MULTI + "/cup-xmpp/a.csr", OF_BOTH);
        Facts facts = facts();
        SubjectPublicKey key = set(facts, PUB + "/tomcat").csr().orElseThrow().key();
        SubjectPublicKey ofBoth =
                set(facts, MULTI + "/cup-xmpp").csr().orElseThrow().key();
        assertThat(facts.setsOf(key)).hasSize(2);
        assertThat(facts.setsOf(key, "sub")).extracting(UploadSet::id).hasSize(1);
        assertThat(facts.setsOf(ofBoth)).as("of several nodes").isEmpty();
        assertThat(facts.multiServerSets(Purpose.CUP_XMPP, new NodeName(SUB)))
                .extracting(UploadSet::id)
                .containsExactly(MULTI + "/cup-xmpp");
        assertThat(facts.multiServerSets(Purpose.TOMCAT, new NodeName(SUB))).isEmpty();
        assertThat(facts.multiServerSets(Purpose.CUP_XMPP, new NodeName("other.example.com")))
                .isEmpty();
        assertThat(facts.singleServerSets(Purpose.TOMCAT, new NodeName("SUB")))
                .as("a short name")
                .extracting(UploadSet::id)
                .containsExactly(SUB + "/tomcat");
        assertThat(facts.singleServerSets(Purpose.CUP_XMPP, new NodeName(SUB))).isEmpty();
        assertThat(facts.isLeaf(set(facts, SUB + "/ipsec").leaf().orElseThrow()))
                .isTrue();
        assertThat(facts.holders(SUB + "/ipsec/a.pem"))
                .extracting(UploadSet::id)
                .containsExactly(SUB + "/ipsec");
        assertThat(facts.holders(SUB + "/ipsec/a.csr"))
                .as("it holds no certificate")
                .isEmpty();
    }

    @Test
    void certificatesAreFoundBySubjectAndFile() throws IOException {
        tree.file("ca/root.pem", GOOD.root())
                .file("ca/root.der", GOOD.root().der())
                .file("ca/issuing.pem", GOOD.intermediate());
        Facts facts = facts();
        Certificate root = facts.certificatesIn("ca/root.pem").get(0);
        assertThat(files(facts.certificatesOf(root.subject()))).containsExactlyInAnyOrder("ca/root.der", "ca/root.pem");
        assertThat(facts.certificatesIn("ca/none.pem")).isEmpty();
    }

    @Test
    void signersAreKnownIfACertificateIsReplaced() throws IOException {
        Cert former = Cert.root(
                "Example Root CA", with -> with.key(Keys.rsa("former")).valid("2019-01-01", "2039-01-01"));
        Csr third = Csr.of(PUB, with -> with.key(Keys.rsa("third")));
        tree.set(PUB + "/tomcat")
                .file("deployed/tomcat-trust/former.pem", former)
                .file("deployed/tomcat-trust/below.pem", former.intermediate("Below"))
                .file(
                        "deployed/" + SUB + "/ipsec/served.pem",
                        former.sign(OTHER.csr(), with -> with.without(Extension.authorityKeyIdentifier)))
                .file("deployed/" + PUB + "/tomcat/served.pem", former.sign(third))
                .file(SUB + "/cup/a.csr", Csr.of(SUB, with -> with.key(Keys.rsa("cup"))))
                .file(SUB + "/cup/a.pem", former.sign(Csr.of(SUB, with -> with.key(Keys.rsa("cup")))))
                .file(SUB + "/tomcat/a.csr", OTHER.csr())
                .file(SUB + "/tomcat/a.pem", former.sign(OTHER.csr(), with -> with.serial(5)));
        Facts facts = facts();
        TrustStore store = facts.stores(set(facts, PUB + "/tomcat")).get(0);
        Certificate deployed =
                facts.certificatesIn("deployed/tomcat-trust/former.pem").get(0);
        assertThat(facts.after(store)
                        .outcome(facts.certificatesIn(PUB + "/tomcat/root.pem").get(0)))
                .isEqualTo(new Outcome.Replaces(List.of(deployed)));
        assertThat(files(facts.signedBy(deployed, store)))
                .containsExactlyInAnyOrder(
                        "deployed/tomcat-trust/below.pem",
                        "deployed/" + SUB + "/ipsec/served.pem",
                        "deployed/" + PUB + "/tomcat/served.pem",
                        SUB + "/tomcat/a.pem");
        assertThat(facts.signedBy(
                        facts.certificatesIn(PUB + "/tomcat/tomcat.pem").get(0), store))
                .isEmpty();
    }

    @Test
    void otherwiseSignersAreNotSought() throws IOException {
        tree.set(PUB + "/tomcat").file("deployed/tomcat-trust/root.pem", GOOD.root());
        Facts facts = facts();
        TrustStore store = facts.stores(set(facts, PUB + "/tomcat")).get(0);
        assertThat(facts.signedBy(
                        facts.certificatesIn("deployed/tomcat-trust/root.pem").get(0), store))
                .isEmpty();
    }

    @Test
    void signersAreKnownIfACertificateKeepsAnotherOut() throws IOException {
        Cert newer =
                Cert.root("Example Root CA", with -> with.key(Keys.rsa("newer")).valid("2025-01-01", "2045-01-01"));
        tree.set(PUB + "/tomcat")
                .file("deployed/tomcat-trust/newer.pem", newer)
                .file("deployed/tomcat-trust/below.pem", newer.intermediate("Below"));
        Facts facts = facts();
        TrustStore store = facts.stores(set(facts, PUB + "/tomcat")).get(0);
        Certificate deployed =
                facts.certificatesIn("deployed/tomcat-trust/newer.pem").get(0);
        assertThat(files(facts.signedBy(deployed, store))).containsExactly("deployed/tomcat-trust/below.pem");
    }

    @ParameterizedTest
    @CsvSource({
        PUB + "/tomcat/tomcat.pem, leaf",
        PUB + "/tomcat/intermediate.pem, intermediate",
        PUB + "/tomcat/root.pem, root",
        PUB + "/tomcat/former.pem, leaf",
        "deployed/" + PUB + "/tomcat/served.pem, leaf",
        "ca/plain.pem, intermediate",
        "ca/stranger.pem, leaf",
        "ca/odd.pem, leaf",
        "third/tomcat/a.pem, leaf",
        SUB + "/ipsec/one.pem, leaf",
        SUB + "/ipsec/two.pem, leaf"
    })
    void theContentDecidesTheRole(String file, String role) throws IOException {
        Cert plain = GOOD.root().intermediate("Plain CA", with -> with.notCa());
        tree.set(PUB + "/tomcat")
                .file(
                        PUB + "/tomcat/former.pem",
                        GOOD.leaf(with -> with.ca().valid("2024-01-01", "2025-01-01"))
                                .leaf())
                .file("deployed/" + PUB + "/tomcat/served.pem", Cert.selfSigned(OTHER.csr()))
                .file("ca/plain.pem", plain)
                .file("ca/below.pem", plain.intermediate("Below"))
                .file("ca/stranger.pem", GOOD.root().intermediate("Stranger", with -> with.notCa()))
                .file("ca/odd.pem", Cert.root("Odd", with -> with.notCa().brokenSignature()))
                .file("third/tomcat/a.csr", Csr.of("third"))
                .file("third/tomcat/a.pem", Cert.selfSigned(Csr.of("third")))
                .file(SUB + "/ipsec/one.pem", Cert.selfSigned(OTHER.csr()))
                .file(SUB + "/ipsec/two.pem", Cert.selfSigned(Csr.of(SUB, with -> with.key(Keys.rsa("two")))));
        Facts facts = facts();
        Certificate certificate = facts.certificatesIn(file).get(0);
        assertThat(facts.roles().of(certificate).label()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T21:59:59Z, false",
        "2026-12-01T22:00:00Z, true",
        "2026-12-31T22:00:00Z, true",
        "2026-12-31T22:00:01Z, false"
    })
    void aCertificateThatEndsWithin30DaysAfterTheWindowExpiresSoon(Instant end, boolean soon) throws IOException {
        tree.file("a.pem", Cert.root("A", with -> with.notAfter(end)));
        Situation situation = new Situation(Cluster.unknown(), ChangeWindow.at(Times.NOW), Duration.ofDays(30));
        assertThat(situation.expiresSoon(facts().certificatesIn("a.pem").get(0)))
                .isEqualTo(soon);
    }

    private static List<String> files(Collection<Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> certificate.origin().file())
                .toList();
    }

    private static UploadSet set(Facts facts, String id) {
        return facts.uploads().sets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Facts facts() throws IOException {
        Inventory inventory = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of());
        return Facts.of(
                inventory,
                Grouping.of(inventory, Cluster.unknown(), Set.of()),
                Requests.situation(Cluster.unknown(), ChangeWindow.at(Times.NOW)));
    }
}
