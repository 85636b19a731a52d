package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which CSR and which certificate of a slot count. */
class MatchTest {
    private static final GoodSet GOOD = GoodSet.of("pub.example.com");
    private static final io.github.cucmcerts.fixture.Csr SECOND =
            io.github.cucmcerts.fixture.Csr.of("pub.example.com", with -> with.key(Keys.rsa("second")));

    @TempDir
    private Path directory;

    private Csr first;
    private Csr second;
    private Certificate old;
    private Certificate young;
    private Certificate answer;

    @BeforeEach
    void read() throws IOException {
        Tree.in(directory)
                .file("1.csr", GOOD.csr())
                .file("2.csr", SECOND)
                .file("old.pem", leaf(with -> with.valid("2025-01-01", "2026-12-31")))
                .file("young.pem", leaf(with -> with.valid("2026-01-01", "2027-12-31")))
                .file("answer.pem", GOOD.intermediate().sign(SECOND, with -> with.valid("2026-01-01", "2027-12-31")));
        first = object("1.csr", Csr.class);
        second = object("2.csr", Csr.class);
        old = object("old.pem", Certificate.class);
        young = object("young.pem", Certificate.class);
        answer = object("answer.pem", Certificate.class);
    }

    @Test
    void theNewestPairCountsAndTheOthersAreHistory() {
        Match match = match(List.of(first), List.of(), List.of(new Pair(first, young), new Pair(first, old)));
        assertThat(match.csr()).contains(first);
        assertThat(match.leaf()).contains(young);
        assertThat(match.history()).containsExactly(new Pair(first, old));
        assertThat(match.unanswered()).isEmpty();
    }

    @Test
    void aCsrNextToAPairIsUnanswered() {
        Match match = match(List.of(first, second), List.of(), List.of(new Pair(first, young)));
        assertThat(match.leaf()).contains(young);
        assertThat(match.unanswered()).containsExactly(second);
    }

    @Test
    void aSingleStrayIsTheLeafButNoneOfSeveral() {
        assertThat(match(List.of(first), List.of(answer), List.of()).leaf()).contains(answer);
        Match several = match(List.of(first), List.of(answer, young), List.of());
        assertThat(several.leaf()).isEmpty();
        assertThat(several.rivals()).containsExactly(answer, young);
        assertThat(several.csr()).contains(first);
    }

    @Test
    void noneOfSeveralUnansweredCsrsCounts() {
        Match match = match(List.of(first, second), List.of(), List.of());
        assertThat(match.csr()).isEmpty();
        assertThat(match.unanswered()).containsExactly(first, second);
    }

    @Test
    void aDeployedPairBecomesHistoryOnceThereIsAnotherCsr() {
        List<Pair> pairs = List.of(new Pair(first, young));
        Match renewing = match(List.of(first, second), List.of(), pairs, List.of(), young);
        assertThat(renewing.csr()).contains(second);
        assertThat(renewing.leaf()).isEmpty();
        assertThat(renewing.history()).isEqualTo(pairs);
        Match deployed = match(List.of(first), List.of(), pairs, List.of(), young);
        assertThat(deployed.leaf()).contains(young);
        assertThat(deployed.unanswered()).isEmpty();
    }

    @Test
    void orACertificateThatDoesNotStartEarlier() {
        List<Pair> pairs = List.of(new Pair(first, young));
        assertThat(match(List.of(first), List.of(answer), pairs, List.of(), young)
                        .leaf())
                .contains(answer);
        assertThat(match(List.of(first), List.of(old), pairs, List.of(), young).leaf())
                .contains(young);
        Match older = match(
                List.of(first), List.of(), List.of(new Pair(first, young), new Pair(first, old)), List.of(), young);
        assertThat(older.leaf()).as("an older pair is no renewal").contains(young);
    }

    @Test
    void aCsrThatTheDeployedIdentityAnsweredIsNotOpen() {
        Match match = match(List.of(first), List.of(answer), List.of(), List.of(), young, answer);
        assertThat(match.csr()).contains(first);
        assertThat(match.leaf()).contains(answer);
        Match other = match(List.of(first, second), List.of(), List.of(), List.of(), young);
        assertThat(other.csr()).as("the key of what is served").contains(second);
    }

    @Test
    void theNodesCsrDecides() {
        List<Pair> pairs = List.of(new Pair(second, answer), new Pair(first, old));
        Match match = match(List.of(first, second), List.of(), pairs, List.of(first));
        assertThat(match.csr()).contains(first);
        assertThat(match.leaf()).contains(old);
        assertThat(match.history()).containsExactly(new Pair(second, answer));
        assertThat(match.unanswered()).isEmpty();
    }

    @Test
    void ifNothingAnswersItTheNewestUndeployedPairCounts() {
        List<Pair> pairs = List.of(new Pair(first, young), new Pair(first, old));
        assertThat(match(List.of(first), List.of(), pairs, List.of(second)).leaf())
                .contains(young);
        assertThat(match(List.of(first), List.of(), pairs, List.of(second), young)
                        .leaf())
                .contains(old);
    }

    @Test
    void withoutAPairTheNodesCsrCountsIfItIsTheSlotsOrTheSlotHasNone() {
        assertThat(match(List.of(first, second), List.of(), List.of(), List.of(second))
                        .csr())
                .contains(second);
        assertThat(match(List.of(first), List.of(), List.of(), List.of(second)).csr())
                .contains(first);
        assertThat(match(List.of(), List.of(), List.of(), List.of(second)).csr())
                .contains(second);
        Match deployed = match(List.of(first), List.of(), List.of(), List.of(second), young);
        assertThat(deployed.csr()).as("the slot's CSR is answered").contains(second);
    }

    @Test
    void aDeployedStrayDoesNotAnswerTheNodesCsr() {
        assertThat(match(List.of(), List.of(young), List.of(), List.of(second), young)
                        .leaf())
                .isEmpty();
        assertThat(match(List.of(), List.of(young), List.of(), List.of(second)).leaf())
                .contains(young);
    }

    private static Match match(List<Csr> csrs, List<Certificate> strays, List<Pair> pairs) {
        return match(csrs, strays, pairs, List.of());
    }

    private static Match match(
            List<Csr> csrs, List<Certificate> strays, List<Pair> pairs, List<Csr> held, Certificate... identities) {
        return Match.of(new Match.Choice(csrs, strays, pairs, held, Set.of(identities)));
    }

    private static Cert leaf(Consumer<CertSpec> options) {
        return GOOD.leaf(options).leaf();
    }

    private <T extends io.github.cucmcerts.inventory.NamedKey> T object(String file, Class<T> type) throws IOException {
        return DirectoryScan.read(directory, List.of(directory.resolve(file)))
                .objects(type)
                .findFirst()
                .orElseThrow();
    }
}
