package io.github.cucmcerts.plan;

import static io.github.cucmcerts.plan.Planned.IMP;
import static io.github.cucmcerts.plan.Planned.PUB;
import static io.github.cucmcerts.plan.Planned.SUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runbook says about trust stores: it assumes something only if no export shows what they contain. */
class StoreStateTest {
    private static final Cert OTHER = Cert.root("Other Root CA");
    private static final String ASSUMED = "this runbook assumes it";
    private static final String EXPORTED =
            "This is in the trust stores, so there is nothing to check. Source: `deployed/";

    @TempDir
    private Path directory;

    static Stream<Arguments> complete() {
        String list = "tomcat-trust/Other_Root_CA.pem";
        return Stream.of(
                Arguments.of(
                        "REST",
                        "a.json",
                        Snapshot.of(PUB).trust("tomcat", OTHER).pretty()),
                Arguments.of(
                        "REST of an empty store",
                        "a.json",
                        Snapshot.of(PUB).trust("tomcat-trust").pretty()),
                Arguments.of(
                        "REST without the store", "a.json", Snapshot.of(PUB).pretty()),
                Arguments.of(
                        "another node, because the store replicates",
                        "a.json",
                        Snapshot.of(SUB).pretty()),
                Arguments.of(
                        "a session that lists the store and shows all of it",
                        PUB + ".txt",
                        Session.begin().listTrust(list).trust(list, OTHER).text()),
                Arguments.of(
                        "a session that lists other stores",
                        PUB + ".txt",
                        Session.begin()
                                .listTrust("CAPF-trust/a.pem")
                                .trust("CAPF-trust/a.pem", OTHER)
                                .text()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("complete")
    void aCompleteExportShowsWhatTheStoreContains(String name, String file, String text) throws IOException {
        assertThat(plan(PUB + "/tomcat", file, text))
                .contains(EXPORTED + file + "`")
                .doesNotContain(ASSUMED);
    }

    static Stream<Arguments> incomplete() {
        String list = "tomcat-trust/Other_Root_CA.pem";
        String whole = Snapshot.of(PUB).trust("tomcat", OTHER).pretty();
        return Stream.of(
                Arguments.of(
                        "REST that is cut off",
                        "a.json",
                        Snapshot.of(PUB).pretty().replaceFirst("\\}\\s*$", "")),
                Arguments.of(
                        "REST without trust stores",
                        "a.json",
                        Snapshot.of(PUB).without("trusts").pretty()),
                Arguments.of("REST without a list of stores", "a.json", stores("null")),
                Arguments.of("REST with an error for the stores", "a.json", stores("\"error\"")),
                Arguments.of("REST with a store without a list", "a.json", stores("[{\"service\": \"tomcat\"}]")),
                Arguments.of(
                        "REST with a store that is not a list",
                        "a.json",
                        stores("[{\"service\": \"tomcat\", \"certificate_data\": {}}]")),
                Arguments.of("REST with a store without a name", "a.json", stores("[{\"certificate_data\": []}]")),
                Arguments.of("REST with a store that is not an object", "a.json", stores("[7]")),
                Arguments.of(
                        "REST with an unknown store",
                        "a.json",
                        Snapshot.of(PUB).trust("toncat", OTHER).pretty()),
                Arguments.of(
                        "REST with an empty certificate in the sibling's store",
                        "a.json",
                        stores("[{\"service\": \"tomcat-ECDSA-trust\", \"certificate_data\": [{}]}]")),
                Arguments.of(
                        "REST with an empty certificate",
                        "a.json",
                        whole.replaceAll("\"certificate\": \"-[^\"]*\"", "\"certificate\": \"\"")),
                Arguments.of(
                        "REST with a broken certificate",
                        "a.json",
                        whole.replaceAll("\"certificate\": \"-[^\"]*\"", "\"certificate\": \"x\"")),
                Arguments.of(
                        "a session that lists more than it shows",
                        PUB + ".txt",
                        Session.begin().listTrust(list).own("tomcat", OTHER).text()),
                Arguments.of(
                        "a session without a list",
                        PUB + ".txt",
                        Session.begin().own("tomcat", OTHER).text()),
                Arguments.of(
                        "a session with a part of the list",
                        PUB + ".txt",
                        Session.begin()
                                .type("show cert list trust | include CAPF")
                                .print("CAPF-trust/a.pem: x\n")
                                .own("tomcat", OTHER)
                                .text()),
                Arguments.of("rows of the database", "a.xml", Session.axl(new Session.Row(PUB, "CAPF-trust", OTHER))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void theRunbookAssumesItIfTheExportIsIncomplete(String name, String file, String text) throws IOException {
        assertThat(plan(PUB + "/tomcat", file, text)).contains(ASSUMED).doesNotContain(EXPORTED);
    }

    @Test
    void aStoreThatDoesNotReplicateNeedsTheExportOfItsNode() throws IOException {
        assertThat(plan(PUB + "/ipsec", "a.json", Snapshot.of(SUB).pretty())).contains(ASSUMED);
        assertThat(plan(PUB + "/ipsec", "a.json", Snapshot.of(PUB).pretty())).contains(EXPORTED + "a.json`");
    }

    /** CallManager-trust replicates, but IM and Presence nodes have none. */
    @Test
    void anExportOfAnImAndPresenceNodeSaysNothingAboutCallManagerTrust() throws IOException {
        assertThat(plan(PUB + "/CallManager", "a.json", Snapshot.of(IMP).pretty()))
                .contains(ASSUMED);
        assertThat(plan(PUB + "/CallManager", "a.json", Snapshot.of(SUB).pretty()))
                .contains(EXPORTED + "a.json`");
        assertThat(plan(PUB + "/tomcat", "a.json", Snapshot.of(IMP).pretty())).contains(EXPORTED + "a.json`");
    }

    @Test
    void theRunbookShowsTheTimeOfTheExport() throws IOException {
        String taken = Snapshot.of(PUB).takenAt("2026-11-20T10:00:00Z").pretty();

        assertThat(plan(PUB + "/tomcat", "a.json", taken))
                .contains(EXPORTED + "a.json` of 2026-11-20 10:00 UTC.")
                .doesNotContain(ASSUMED);
    }

    @Test
    void theRunbookKnowsWhatTheStoreContains() throws IOException {
        Cert root = GoodSet.of(PUB).root();
        String text = plan(
                PUB + "/tomcat",
                "a.json",
                Snapshot.of(PUB).trust("tomcat", root).pretty());

        assertThat(text)
                .contains(
                        EXPORTED + "a.json`",
                        "- Trust store: `tomcat-trust`: contains `O=Example,CN=Example Root CA` (`serial "
                                + root.serial(),
                        ", no other certificate with one of these names: `Example Issuing CA`")
                .doesNotContain(ASSUMED);
    }

    private static String stores(String trusts) {
        return "{\"server\": \"" + PUB + "\", \"identities\": [], \"trusts\": " + trusts + "}";
    }

    private String plan(String set, String file, String text) throws IOException {
        GoodSet good = set.endsWith("ipsec") ? GoodSet.ipsec(PUB) : GoodSet.of(PUB);
        Tree tree = Tree.in(directory).set(set, good).file("deployed/" + file, text);
        return Planned.in(tree).markdown();
    }
}
