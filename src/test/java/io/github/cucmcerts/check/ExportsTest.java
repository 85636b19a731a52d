package io.github.cucmcerts.check;

import static io.github.cucmcerts.check.Checked.PUB;
import static io.github.cucmcerts.check.Checked.SUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Session.Row;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.rule.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An export counts as if its certificates were in the right folders of {@code deployed/}. */
class ExportsTest {
    private static final GoodSet TOMCAT = GoodSet.of(PUB);
    private static final GoodSet IPSEC = GoodSet.ipsec(PUB);
    private static final GoodSet SUBS_IPSEC = GoodSet.ipsec(SUB);
    /** Blocks the root with the same name from its trust store. */
    private static final Cert KEPT = Cert.root("Example Root CA", with -> with.key(Keys.rsa("kept")));

    private static final Cert OLD = Cert.selfSigned(Csr.of(PUB, with -> with.key(Keys.rsa("old"))));
    private static final Csr HELD = Csr.of(PUB, with -> with.key(Keys.rsa("held")));

    private static final Cluster CONFIGURED = new Cluster(
            Optional.of(new NodeName(PUB)),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            false,
            false,
            false,
            List.of());

    @TempDir
    private Path byHand;

    @TempDir
    private Path exported;

    static Stream<Arguments> exports() {
        Snapshot snapshot = Snapshot.of(PUB)
                .identity("tomcat", OLD.pem(), HELD.pem())
                .identity("ipsec", IPSEC.leaf())
                .trust("tomcat-trust", KEPT)
                .trust("ipsec", KEPT);
        Session session = Session.begin()
                .own("tomcat", OLD)
                .csr("tomcat/tomcat.csr", HELD)
                .own("ipsec/ipsec.pem", IPSEC.leaf())
                .trust("tomcat-trust/Example_Root_CA.pem", KEPT)
                .trust("ipsec-trust/Example_Root_CA.pem", KEPT);
        String node = "deployed/" + PUB;
        return Stream.of(
                export("REST on one line", node + ".json", snapshot.json()),
                export("REST on several lines, whatever it is called", "deployed/a.txt", snapshot.pretty()),
                export("REST in a list", "deployed/all.json", "[\n" + snapshot.pretty() + "]"),
                export(
                        "REST of two nodes, one a line",
                        "deployed/all",
                        Snapshot.of(SUB).json() + "\n" + snapshot.json()),
                export(
                        "REST one after the other",
                        "deployed/all",
                        Snapshot.of(SUB).pretty() + snapshot.pretty()),
                export("REST in UTF-16", node + ".json", "\ufeff" + snapshot.json(), StandardCharsets.UTF_16LE),
                export("a session called after the node", node + ".txt", session.text()),
                export("a session called after the node, without a suffix", node, session.text()),
                export("a session in the node's folder", node + "/session.log", session.text()),
                export(
                        "a session with the line ends of Windows",
                        node + ".txt",
                        session.text().replace("\n", "\r\n")),
                export(
                        "a session with the line ends of an old Mac",
                        node + ".txt",
                        session.text().replace("\n", "\r")),
                export("a session as it is recorded", node + ".txt", session.recorded(7)),
                export("the same, with a pager at each line", node + ".txt", session.recorded(1)),
                export(
                        "a session with the escapes of xterm",
                        node + ".txt",
                        session.text().replace("admin:", "\u001b(B\u001b[madmin:")),
                export(
                        "a session with commands that were edited: the cursor went back and on",
                        node + ".txt",
                        session.text().replace("own tomcat\n", "own tomct\bat\b\n")),
                export(
                        "the same, erased and typed again",
                        node + ".txt",
                        session.text().replace("own tomcat", "own ipx\b \b\b\b\u001b[Ktomcat")),
                export(
                        "the same, with room made for a letter, and one deleted",
                        node + ".txt",
                        session.text().replace("own tomcat", "own tommct\u001b[3D\u001b[P\u001b[C\u001b[1@a\u001b[C")),
                export("a session in UTF-16", node + ".txt", "\ufeff" + session.text(), StandardCharsets.UTF_16LE));
    }

    private static Arguments export(String name, String path, String text) {
        return export(name, path, text, StandardCharsets.UTF_8);
    }

    private static Arguments export(String name, String path, String text, java.nio.charset.Charset charset) {
        Consumer<Tree> file = tree -> tree.file(path, text.getBytes(charset));
        return Arguments.of(name, file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exports")
    void itIsTheSameAsFilesInFolders(String name, Consumer<Tree> export) throws IOException {
        offered(byHand)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", OLD)
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", HELD)
                .file("deployed/" + PUB + "/ipsec/ipsec.pem", IPSEC.leaf())
                .file("deployed/" + PUB + "/tomcat-trust/root.pem", KEPT)
                .file("deployed/" + PUB + "/ipsec-trust/root.pem", KEPT);
        export.accept(offered(exported));

        assertThat(verdicts(exported)).isEqualTo(verdicts(byHand)).anyMatch(line -> line.contains("csr-superseded"));
    }

    static Stream<Arguments> rows() {
        Row[] rows = {
            new Row(PUB, "tomcat", OLD),
            new Row(PUB, "ipsec", IPSEC.leaf()),
            new Row(PUB, "tomcat-trust", KEPT),
            new Row(PUB, "ipsec-trust", KEPT)
        };
        String table = Session.begin().sql(rows).text();
        return Stream.of(
                export("AXL", "deployed/axl.xml", Session.axl(rows)),
                export(
                        "two answers of AXL",
                        "deployed/axl.xml",
                        Session.axl(rows[0], rows[1]) + "\n" + Session.axl(rows[2], rows[3])),
                export("only rows", "deployed/rows", Session.axl(rows).replaceAll("(?s)^.*?<return>|</return>.*", "")),
                export("the table of run sql", "deployed/session.txt", table),
                export("the same with the line ends of Windows", "deployed/session.txt", table.replace("\n", "\r\n")),
                export(
                        "the same, recorded",
                        "deployed/session.txt",
                        Session.begin().sql(rows).recorded(5)),
                export(
                        "the same, its blanks collapsed and no address",
                        "deployed/session.txt",
                        table.replaceAll("(?m)^(" + PUB + ") +(\\S+) +local +", "$1 $2 local - ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rowsOfTheDatabaseAreTheSameAsFilesInFolders(String name, Consumer<Tree> export) throws IOException {
        offered(byHand)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", OLD)
                .file("deployed/" + PUB + "/ipsec/ipsec.pem", IPSEC.leaf())
                .file("deployed/" + PUB + "/tomcat-trust/root.pem", KEPT)
                .file("deployed/" + PUB + "/ipsec-trust/root.pem", KEPT);
        export.accept(offered(exported));

        assertThat(verdicts(exported)).isEqualTo(verdicts(byHand));
    }

    static Stream<Arguments> parts() {
        Cert ciscos = Cert.root("x", with -> with.subject("O=Cisco Systems,CN=Cisco Manufacturing CA"));
        Cert ciscosToo = Cert.root(
                "x", with -> with.subject("O=Cisco,CN=Cisco Manufacturing CA").key(Keys.rsa("too")));
        String phones = Snapshot.of(PUB)
                .trust("Phone-SAST-trust", KEPT)
                .identity("ITLRecovery", OLD)
                .json();
        return Stream.of(
                export(
                        "revoked",
                        "deployed/a.json",
                        Snapshot.of(PUB).revoked(KEPT).json()),
                export("stores and identities that no purpose uses", "deployed/a.json", phones),
                export(
                        "CA certificates that come with CUCM",
                        "deployed/a.json",
                        Snapshot.of(PUB).trust("tomcat", ciscos, ciscosToo).json()),
                export(
                        "no service",
                        "deployed/a.json",
                        Snapshot.of(PUB).trust("tomcat", KEPT).json().replace("service", "x")),
                export(
                        "no server",
                        "deployed/a.json",
                        Snapshot.of(PUB).trust("tomcat", KEPT).without("server").json()),
                export(
                        "an unknown store",
                        "deployed/a.json",
                        Snapshot.of(PUB).trust("toncat", KEPT).json()),
                export(
                        "another cluster",
                        "deployed/a.json",
                        Snapshot.of("x.example.com").trust("tomcat", KEPT).json()),
                export(
                        "no command",
                        "deployed/" + PUB + ".txt",
                        Session.begin().listTrust("a/b.pem").print(KEPT.pem()).text()),
                export(
                        "a session of no node",
                        "deployed/a b.txt",
                        Session.begin().trust("tomcat-trust/a.pem", KEPT).text()),
                export("a row of no node", "deployed/a.xml", Session.axl(new Row("", "tomcat-trust", KEPT))),
                export("a row of no service", "deployed/a.xml", Session.axl(new Row(PUB, "", KEPT))),
                export(
                        "a table of other columns",
                        "deployed/a.txt",
                        Session.begin()
                                .sql(new Row(PUB, "tomcat-trust", KEPT))
                                .text()
                                .replace("servername", "subject   ")),
                export(
                        "contradictory CSRs",
                        "deployed/a.json",
                        Snapshot.of(PUB)
                                .csr("tomcat", HELD)
                                .csr("tomcat", Csr.of(PUB, with -> with.key(Keys.rsa("old"))))
                                .json()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void whatBelongsToNoNodeDoesNotCount(String name, Consumer<Tree> export) throws IOException {
        offered(byHand);
        export.accept(offered(exported));

        assertThat(verdicts(exported)).isEqualTo(verdicts(byHand));
    }

    static Stream<Arguments> sessions() {
        String session = Session.begin()
                .own("tomcat", OLD)
                .csr("tomcat/tomcat.csr", HELD)
                .own("ipsec/ipsec.pem", IPSEC.leaf())
                .text();
        String alias = "user@mgmt:~$ ssh admin@pub-mgmt\n" + session;
        return Stream.of(
                export("next to the node's sets", PUB + "/deployed/session.txt", session),
                export("the same by an alias", PUB + "/deployed/session.txt", alias),
                export("by an alias, in the node's folder", "deployed/cucm-pub/show.txt", alias),
                export("by an alias, called after the node", "deployed/cucm-pub.txt", alias),
                export("in a folder of the month", "deployed/2026-11/cucm-pub.txt", session),
                export("in the node's folder, called after something else", "deployed/cucm-pub/a.txt", session));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void aSessionBelongsToTheNodeOfItsFolder(String name, Consumer<Tree> export) throws IOException {
        offered(byHand)
                .file("deployed/" + PUB + "/tomcat/tomcat.pem", OLD)
                .file("deployed/" + PUB + "/tomcat/tomcat.csr", HELD)
                .file("deployed/" + PUB + "/ipsec/ipsec.pem", IPSEC.leaf());
        export.accept(offered(exported));

        for (Cluster cluster : List.of(CONFIGURED, Cluster.unknown())) {
            assertThat(verdicts(exported, cluster))
                    .isEqualTo(verdicts(byHand, cluster))
                    .anyMatch(line -> line.contains("csr-superseded"));
        }
    }

    @Test
    void aSessionOfAFlatDirectoryBelongsToTheNodeThatACsrNames() throws IOException {
        Tree.in(exported)
                .file("pub-tomcat.csr", TOMCAT.csr())
                .file("pub-tomcat.pem", TOMCAT.leaf())
                .file("sub-tomcat.csr", GoodSet.of(SUB).csr())
                .file(
                        "deployed/cucm-pub.txt",
                        Session.begin().csr("tomcat/tomcat.csr", HELD).text());

        assertThat(verdicts(exported, Cluster.unknown())).anyMatch(line -> line.contains("csr-superseded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployed/tomcat-trust/Corp_CA.txt", "deployed/ca/Corp_CA.txt"})
    void aSessionInTheFolderOfATrustStoreBelongsToThatStore(String path) throws IOException {
        Tree.in(byHand)
                .file(PUB + "/tomcat/tomcat.csr", TOMCAT.csr())
                .file(PUB + "/tomcat/tomcat.pem", TOMCAT.leaf())
                .file(PUB + "/tomcat/intermediate.pem", TOMCAT.intermediate())
                .file(path, TOMCAT.root());
        Tree.in(exported)
                .file(PUB + "/tomcat/tomcat.csr", TOMCAT.csr())
                .file(PUB + "/tomcat/tomcat.pem", TOMCAT.leaf())
                .file(PUB + "/tomcat/intermediate.pem", TOMCAT.intermediate())
                .file(
                        path,
                        Session.begin()
                                .trust("tomcat-trust/Corp_CA.pem", TOMCAT.root())
                                .text());

        assertThat(verdicts(exported))
                .isEqualTo(verdicts(byHand))
                .noneMatch(line -> line.contains("ca-not-in-trust-store"));
    }

    @Test
    void severalNodesInOneSession() throws IOException {
        Tree.in(byHand)
                .set(PUB + "/ipsec", IPSEC)
                .set(SUB + "/ipsec", SUBS_IPSEC)
                .file("deployed/" + PUB + "/ipsec/ipsec.pem", IPSEC.leaf())
                .file("deployed/" + SUB + "/ipsec/ipsec.pem", SUBS_IPSEC.leaf());
        List<String> both = verdicts(byHand);
        String pub = Session.with("cucm-pub admin:").own("ipsec", IPSEC.leaf()).text();
        String sub = Session.with("admin@" + SUB + ":")
                .own("ipsec", SUBS_IPSEC.leaf())
                .text();
        String hops = "$ ssh admin@" + PUB + "\n"
                + Session.begin().own("ipsec", IPSEC.leaf()).text() + "admin:exit\n$ ssh -l admin " + SUB + "\n"
                + Session.begin().own("ipsec", SUBS_IPSEC.leaf()).text();

        for (String session : List.of(pub + sub, hops)) {
            Tree.in(exported)
                    .set(PUB + "/ipsec", IPSEC)
                    .set(SUB + "/ipsec", SUBS_IPSEC)
                    .file("deployed/all.txt", session);
            assertThat(verdicts(exported)).isEqualTo(both).hasSize(2).allMatch(line -> line.endsWith("DEPLOYED"));
        }
    }

    @Test
    void exportsAndFilesInFoldersCountTogether() throws IOException {
        offered(byHand)
                .file("deployed/" + PUB + "/ipsec/ipsec.pem", IPSEC.leaf())
                .file("deployed/" + PUB + "/tomcat-trust/root.pem", KEPT);
        offered(exported)
                .file("deployed/" + PUB + "/ipsec/ipsec.pem", IPSEC.leaf())
                .file(
                        "deployed/a.json",
                        Snapshot.of("cucm-pub")
                                .identity("ipsec", IPSEC.leaf())
                                .trust("tomcat", KEPT)
                                .json());

        assertThat(verdicts(exported)).isEqualTo(verdicts(byHand));
    }

    private static Tree offered(Path directory) {
        return Tree.in(directory).set(PUB + "/tomcat", TOMCAT).set(PUB + "/ipsec", IPSEC);
    }

    /** States and findings, without the paths of the deployed files. */
    private static List<String> verdicts(Path directory) throws IOException {
        return verdicts(directory, CONFIGURED);
    }

    private static List<String> verdicts(Path directory, Cluster cluster) throws IOException {
        Assessment assessment = Requests.checked(Requests.of(directory, cluster));
        Stream<String> states = assessment.sets().stream().map(set -> set.id() + " " + assessment.state(set));
        Stream<String> findings = assessment.findings().stream()
                .filter(finding -> finding.rule().topic() != Topic.DEPLOYED)
                .map(finding -> finding.rule().id() + " " + finding.severity() + " " + finding.uploadSet() + " "
                        + finding.sha256().orElse(finding.message()));
        return Stream.concat(states, findings).sorted().toList();
    }
}
