package io.github.cucmcerts.check;

import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same tests as {@code src/fuzz/run}, but with the same files each time. */
class MutationTest {
    private static final int EACH_DECODED = 20;
    private static final int EACH_CHECKED = 1;

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyBrokenFileIsReported() throws IOException {
        List<byte[]> seeds = Seeds.all();
        HostileFile file = HostileFile.only(directory);
        Mutation mutation = new Mutation(1, seeds);
        for (byte[] seed : seeds) {
            file.decode(seed);
            for (int i = 0; i < EACH_DECODED; i++) {
                attempt(mutation.of(seed), file::decode);
            }
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theRestIsCheckedAsBefore() throws IOException {
        List<byte[]> seeds = Seeds.all();
        HostileFile file = HostileFile.amongGoodOnes(directory);
        Mutation mutation = new Mutation(2, seeds);
        for (byte[] seed : seeds) {
            file.check(seed);
            for (int i = 0; i < EACH_CHECKED; i++) {
                attempt(mutation.of(seed), file::check);
            }
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aNameThatIsNoTextStopsNoReport() throws IOException {
        HostileFile file = HostileFile.amongGoodOnes(directory);
        Csr csr = Csr.of("host.example.com", with -> with.subject("O=Cafe,CN=host.example.com"));
        for (byte[] der : List.of(
                csr.der(), GoodSet.of("host.example.com").csr(csr).leaf().der())) {
            file.check(new String(der, StandardCharsets.ISO_8859_1)
                    .replace("Cafe", "Caf\u00e9")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private interface Oracle {
        void of(byte[] bytes) throws IOException;
    }

    /** Shows the bytes of a file that fails: its keys exist only in this run. */
    private static void attempt(byte[] bytes, Oracle oracle) throws IOException {
        try {
            oracle.of(bytes);
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("with " + Base64.getEncoder().encodeToString(bytes), e);
        }
    }
}
