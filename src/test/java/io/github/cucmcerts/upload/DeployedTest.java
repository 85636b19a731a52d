package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
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

/** What nodes hold and serve, and to which sets it belongs; which CSRs a set can use from another set. */
class DeployedTest {
    private static final String PUB = "pub.example.com";
    private static final String SUB = "sub.example.com";
    private static final String MULTI = "pub-ms.example.com";
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Csr SECOND = Csr.of(PUB, with -> with.key(Keys.rsa("second")));
    private static final Csr OF_BOTH = Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB));
    private static final String HELD = "deployed/" + PUB + "/tomcat/held.pem";

    @TempDir
    private Path directory;

    private Tree tree;
    private List<NodeName> subscribers = List.of();
    private Optional<Release> release = Optional.empty();

    @BeforeEach
    void plant() {
        tree = Tree.in(directory);
    }

    @Test
    void anUnreplacedIdentityBelongsToItsSet() throws IOException {
        tree.file(HELD, GOOD.leaf()).file(PUB + "/tomcat/a.csr", SECOND);
        assertThat(files(only().deployed().unreplaced())).containsExactly(HELD);
        assertThat(uploads().leftOver().identities()).isEmpty();
    }

    @Test
    void aReplacedIdentityIsNotReported() throws IOException {
        tree.file(HELD, GOOD.leaf())
                .file(PUB + "/tomcat/a.csr", SECOND)
                .file(PUB + "/tomcat/a.pem", GOOD.intermediate().sign(SECOND));
        assertThat(only().deployed().unreplaced()).isEmpty();
        assertThat(files(only().deployed().identities())).containsExactly(HELD);
    }

    @Test
    void aDeployedSetReplacesNothing() throws IOException {
        tree.file(HELD, GOOD.leaf()).file(PUB + "/tomcat/a.csr", GOOD.csr()).file(PUB + "/tomcat/a.pem", GOOD.leaf());
        assertThat(files(only().deployed().unreplaced())).containsExactly(HELD);
    }

    @Test
    void anIdentityWithoutASetIsLeftOverIfItsPurposeIsChecked() throws IOException {
        tree.file(HELD, GOOD.leaf()).file(SUB + "/tomcat/a.csr", Csr.of(SUB));
        assertThat(files(uploads().leftOver().identities())).containsExactly(HELD);
        assertThat(files(uploads(Purpose.TOMCAT).leftOver().identities())).containsExactly(HELD);
        assertThat(uploads(Purpose.IPSEC).leftOver().identities()).isEmpty();
    }

    @Test
    void anotherPurposesSetReplacesNothing() throws IOException {
        tree.file(HELD, GOOD.leaf())
                .file(PUB + "/ipsec/a.csr", SECOND)
                .file(PUB + "/ipsec/a.pem", GOOD.intermediate().sign(SECOND));
        assertThat(files(uploads().leftOver().identities())).containsExactly(HELD);
    }

    @Test
    void aMultiServerSetReplacesWhatItsNodesServe() throws IOException {
        tree.file(HELD, GOOD.leaf())
                .file("deployed/" + SUB + "/tomcat/held.pem", GoodSet.of(SUB).leaf())
                .file(
                        "deployed/other.example.com/tomcat/held.pem",
                        GoodSet.of("other.example.com").leaf())
                .file(MULTI + "/tomcat/a.csr", OF_BOTH)
                .file(MULTI + "/tomcat/a.pem", GOOD.intermediate().sign(OF_BOTH));
        assertThat(only().deployed().identities()).hasSize(2);
        assertThat(only().deployed().unreplaced()).isEmpty();
        assertThat(files(uploads().leftOver().identities()))
                .containsExactly("deployed/other.example.com/tomcat/held.pem");
    }

    @Test
    void itIsDeployedOnlyIfAllItsNodesServeIt() throws IOException {
        Cert leaf = GOOD.intermediate().sign(OF_BOTH);
        tree.file(HELD, leaf)
                .file("deployed/" + SUB + "/tomcat/held.pem", GoodSet.of(SUB).leaf())
                .file(MULTI + "/tomcat/a.csr", OF_BOTH)
                .file(MULTI + "/tomcat/a.pem", leaf);
        assertThat(only().isDeployed()).isFalse();
        tree.file("deployed/" + SUB + "/tomcat/held.pem", leaf);
        assertThat(only().isDeployed()).isTrue();
    }

    @Test
    void aCaCertificateIsAnIdentityOnlyIfItIsTheOnlyOne() throws IOException {
        tree.file(HELD, GOOD.root()).file(PUB + "/tomcat/a.csr", SECOND);
        assertThat(only().deployed().identities()).hasSize(1);
        tree.file("deployed/" + PUB + "/tomcat/second.pem", GOOD.intermediate());
        assertThat(only().deployed().identities()).isEmpty();
    }

    @Test
    void aDeployedFolderCountsForFilesNextToAndBelowIt() throws IOException {
        tree.file("site/" + HELD, GOOD.leaf()).file("site/" + PUB + "/tomcat/a.csr", SECOND);
        assertThat(only().deployed().identities()).hasSize(1);
        tree.without("site/" + HELD).file("other/" + HELD, GOOD.leaf());
        assertThat(only().deployed().identities()).isEmpty();
    }

    @Test
    void aCsrThatAnIdentityAnswersIsNoLongerHeld() throws IOException {
        tree.file("deployed/" + PUB + "/tomcat/a.csr", GOOD.csr())
                .file("deployed/" + PUB + "/tomcat/b.csr", SECOND)
                .file(HELD, GOOD.leaf())
                .file(PUB + "/tomcat/c.csr", Csr.of(PUB, with -> with.key(Keys.rsa("third"))));
        assertThat(only().deployed().csrs())
                .singleElement()
                .satisfies(csr -> assertThat(csr.sha256()).isEqualTo(SECOND.sha256()));
    }

    @ParameterizedTest
    @CsvSource({
        "tomcat, CallManager, 14, true",
        "tomcat-ECDSA, CallManager-ECDSA, 14, true",
        "tomcat, CallManager, , true",
        "tomcat, CallManager, 12.5, false",
        "tomcat-ECDSA, CallManager, 14, false",
        "tomcat, CallManager-ECDSA, 14, false",
        "CallManager, tomcat, 14, false",
        "tomcat, ipsec, 14, false",
        "tomcat, cup, 14, false"
    })
    void callManagerCanUseTomcatsMultiServerCsr(String tomcat, String other, String version, boolean lent)
            throws IOException {
        release = Optional.ofNullable(version).map(Release::parse);
        tree.file(MULTI + "/" + tomcat + "/a.csr", OF_BOTH)
                .file(MULTI + "/" + other + "/a.pem", GOOD.intermediate().sign(OF_BOTH));
        assertThat(set(MULTI + "/" + other).csr().isPresent()).isEqualTo(lent);
    }

    @Test
    void callManagerCannotUseTomcatsSingleServerCsr() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr()).file(PUB + "/CallManager/a.pem", GOOD.leaf());
        assertThat(set(PUB + "/CallManager").csr()).isEmpty();
    }

    @Test
    void theNodesOfAMultiServerSetCanUseItsCsr() throws IOException {
        tree.file(MULTI + "/tomcat/a.csr", OF_BOTH)
                .file(SUB + "/tomcat/a.pem", GOOD.intermediate().sign(OF_BOTH))
                .file("third.example.com/ipsec/b.csr", Csr.of("third.example.com"))
                .file("third.example.com/tomcat/a.pem", GOOD.intermediate().sign(OF_BOTH, with -> with.serial(7)));
        assertThat(set(SUB + "/tomcat").csr()).isPresent();
        assertThat(set("third.example.com/tomcat").csr()).isEmpty();
    }

    @Test
    void noOtherNodeCanUseASingleServerCsr() throws IOException {
        tree.file(PUB + "/tomcat/a.csr", GOOD.csr())
                .file(SUB + "/ipsec/b.csr", Csr.of(SUB))
                .file(SUB + "/tomcat/a.pem", GOOD.leaf());
        assertThat(set(SUB + "/tomcat").csr()).isEmpty();
    }

    @Test
    void ifOnlyNamesSuggestSeveralNodesOnlyTheOwnDeployedFilesCount() throws IOException {
        subscribers = List.of(new NodeName(SUB));
        Csr all = Csr.of(PUB, with -> with.san("DNS:" + PUB, "DNS:" + SUB));
        tree.file(PUB + "/tomcat/a.csr", all)
                .file(PUB + "/tomcat/a.pem", GOOD.intermediate().sign(all))
                .file(HELD, GOOD.leaf())
                .file("deployed/" + SUB + "/tomcat/held.pem", GoodSet.of(SUB).leaf());
        assertThat(files(only().deployed().identities())).containsExactly(HELD);
        tree.without(PUB + "/tomcat/a.csr").without(PUB + "/tomcat/a.pem");
        tree.file("tomcat/a.csr", all).file("tomcat/a.pem", GOOD.intermediate().sign(all));
        assertThat(files(only().deployed().identities()))
                .as("called after the publisher")
                .containsExactly(HELD);
    }

    private static List<String> files(Collection<Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> certificate.origin().file())
                .toList();
    }

    private UploadSet only() throws IOException {
        assertThat(uploads().sets()).hasSize(1);
        return uploads().sets().get(0);
    }

    private UploadSet set(String id) throws IOException {
        return uploads().sets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Uploads uploads(Purpose... purposes) throws IOException {
        Cluster cluster = new Cluster(
                subscribers.isEmpty() ? Optional.empty() : Optional.of(new NodeName(PUB)),
                subscribers,
                List.of(),
                release,
                false,
                false,
                false,
                false,
                List.of());
        return Grouping.of(
                        DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of()),
                        cluster,
                        Set.of(purposes))
                .uploads();
    }
}
