package io.github.cucmcerts.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.plan.procedure.Procedure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole runbook for one purpose equals the file in {@code src/test/resources/plan}, for a release of 10.x to 12.x and one of
 * 14. These files were written by hand from the documents. The cluster uses mixed mode and single sign-on.
 */
class ProcedureTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> purposesAndReleases() {
        return Procedure.ORDER.stream()
                .flatMap(purpose -> Stream.of("12.0", "14SU3").map(release -> Arguments.of(purpose, release)));
    }

    @ParameterizedTest(name = "{0} of release {1}")
    @MethodSource("purposesAndReleases")
    void theRunbookFollowsTheDocuments(Purpose purpose, String release) throws IOException {
        String host = purpose.runsOn() == Purpose.RunsOn.PRESENCE ? Planned.IMP : Planned.PUB;
        GoodSet set = set(purpose, host);
        Tree tree = Tree.in(directory).set(host + "/" + purpose.label(), set);
        String plan =
                Planned.in(tree).cluster(Planned.cluster(release, true, true)).markdown();
        assertThat(plan).isEqualTo(expected(purpose + "-" + release + ".md", set));
    }

    private static GoodSet set(Purpose purpose, String host) {
        if (purpose.isEcdsa()) {
            return GoodSet.ecdsa(host);
        }
        return purpose == Purpose.CAPF ? GoodSet.capf(host) : GoodSet.ipsec(host);
    }

    private static String expected(String file, GoodSet set) throws IOException {
        try (InputStream stream = ProcedureTest.class.getResourceAsStream("/plan/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return filled(
                    filled(filled(text, "root", set.root()), "intermediate", set.intermediate()), "leaf", set.leaf());
        }
    }

    /** Keys and serials differ in each run. */
    private static String filled(String text, String role, Cert cert) {
        return text.replace("<" + role + " serial>", cert.serial()).replace("<" + role + " SHA-256>", cert.sha256());
    }
}
