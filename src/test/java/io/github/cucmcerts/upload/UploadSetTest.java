package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadSetTest {
    private static final String TOMCAT = "pub.example.com/tomcat";
    private static final GoodSet GOOD = GoodSet.of("pub.example.com");

    @TempDir
    private Path directory;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = Tree.in(directory);
    }

    @Test
    void aPairIsUploaded() throws IOException {
        tree.file(TOMCAT + "/a.csr", GOOD.csr()).file(TOMCAT + "/a.pem", GOOD.leaf());
        UploadSet set = set();
        assertThat(files(set)).containsExactly(TOMCAT + "/a.csr", TOMCAT + "/a.pem");
        assertThat(set.request()).isEqualTo(set.csr());
        assertThat(set.isToBeUploaded()).isTrue();
        assertThat(set.nodeName().value()).isEqualTo("pub.example.com");
    }

    @Test
    void aLeafThatItsNodeServesIsNot() throws IOException {
        tree.file(TOMCAT + "/a.csr", GOOD.csr())
                .file(TOMCAT + "/a.pem", GOOD.leaf())
                .file("deployed/" + TOMCAT + "/a.pem", GOOD.leaf());
        assertThat(set().isDeployed()).isTrue();
        assertThat(set().isToBeUploaded()).isFalse();
    }

    @Test
    void aCsrAwaitsItsCertificate() throws IOException {
        tree.file(TOMCAT + "/a.csr", GOOD.csr());
        assertThat(files(set())).containsExactly(TOMCAT + "/a.csr");
        assertThat(set().request()).isEqualTo(set().csr());
        assertThat(set().isToBeUploaded()).isFalse();
        assertThat(set().csrs()).hasSize(1);
    }

    @Test
    void withoutACsrTheLeafShowsTheNode() throws IOException {
        tree.file("tomcat/a.pem", GOOD.leaf());
        assertThat(files(set())).containsExactly("tomcat/a.pem");
        assertThat(set().request()).isEqualTo(set().leaf()).isPresent();
        assertThat(set().node()).isEmpty();
        assertThat(set().nodeName().value()).isEmpty();
    }

    @Test
    void eachCsrBelongsToASet() throws IOException {
        tree.file(TOMCAT + "/a.csr", GOOD.csr())
                .file("deployed/" + TOMCAT + "/b.csr", Csr.of("pub.example.com", with -> with.key(Keys.rsa("held"))))
                .file("x.pem", GOOD.leaf());
        Uploads uploads = uploads();
        assertThat(uploads.csrsByKey()).hasSize(2);
        uploads.csrsByKey().forEach((key, owned) -> {
            assertThat(uploads.csrOf(key)).contains(owned);
            assertThat(owned.set()).isEqualTo(TOMCAT);
        });
        Certificate other = uploads.sets().get(0).leaf().orElseThrow();
        assertThat(uploads.csrOf(other.key())).isPresent();
    }

    @Test
    void theSetsOfOtherPurposesAreLeftOut() throws IOException {
        tree.file(TOMCAT + "/a.csr", GOOD.csr()).file("pub.example.com/ipsec/a.csr", Csr.of("pub.example.com"));
        Uploads uploads = grouped(Set.of(Purpose.IPSEC)).uploads();
        assertThat(uploads.leftOut()).extracting(UploadSet::id).containsExactly(TOMCAT);
        assertThat(uploads.all()).hasSize(2);
    }

    @Test
    void pairsThatStartTogetherSortByEndThenByContent() throws IOException {
        Csr second = Csr.of("pub.example.com", with -> with.san("DNS:pub.example.com", "DNS:a.example.com"));
        Cert brief = GOOD.leaf(with -> with.valid("2026-01-01", "2026-12-31")).leaf();
        Cert longer = GOOD.leaf(with -> with.valid("2026-01-01", "2027-12-31")).leaf();
        Cert twin = GOOD.leaf(with -> with.valid("2026-01-01", "2027-12-31").serial(99))
                .leaf();
        Cert newer = GOOD.leaf(with -> with.valid("2026-02-01", "2026-12-31")).leaf();
        tree.file(TOMCAT + "/a.csr", GOOD.csr())
                .file(TOMCAT + "/b.csr", second)
                .file(TOMCAT + "/1.pem", brief)
                .file(TOMCAT + "/2.pem", longer)
                .file(TOMCAT + "/3.pem", twin)
                .file(TOMCAT + "/4.pem", newer);
        Slot slot = uploads().sets().get(0).slot();
        List<Pair> pairs = slot.pairs().stream().sorted(Pair.NEWEST_FIRST).toList();
        assertThat(pairs)
                .extracting(pair -> pair.leaf().notBefore())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(pairs).hasSize(8);
        assertThat(pairs.subList(2, 6))
                .isSortedAccordingTo((one, other) -> key(one).compareTo(key(other)))
                .allMatch(pair -> pair.leaf().notAfter().toString().startsWith("2027"));
    }

    private static String key(Pair pair) {
        return pair.leaf().sha256() + pair.csr().sha256();
    }

    private static List<String> files(UploadSet set) {
        return set.namedKeys().stream()
                .map(NamedKey::origin)
                .map(origin -> origin.file())
                .toList();
    }

    private UploadSet set() throws IOException {
        assertThat(uploads().sets()).hasSize(1);
        return uploads().sets().get(0);
    }

    private Uploads uploads() throws IOException {
        return grouped(Set.of()).uploads();
    }

    private Grouped grouped(Set<Purpose> purposes) throws IOException {
        return Grouping.of(
                DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of()), Cluster.unknown(), purposes);
    }
}
