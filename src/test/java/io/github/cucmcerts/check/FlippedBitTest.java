package io.github.cucmcerts.check;

import static io.github.cucmcerts.check.Checked.PUB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A set is not ready if one bit of its leaf, or of a CA certificate that it needs, is flipped. */
class FlippedBitTest {
    /** The distance between flipped bits; {@code src/fuzz/run} flips every bit. */
    private static final int STEP = Integer.getInteger("cucm-certs.flip-step", 97);

    @TempDir
    private Path directory;

    static Stream<Arguments> certificates() {
        return Stream.of(
                        Map.entry("ipsec", GoodSet.ipsec(PUB)),
                        Map.entry("tomcat-ECDSA", GoodSet.ecdsa(PUB)),
                        Map.entry("CAPF", GoodSet.capf(PUB)))
                .flatMap(entry -> Stream.of(entry.getKey() + ".pem", "intermediate.pem", "root.pem")
                        .map(file -> Arguments.of(entry.getKey(), file, entry.getValue())));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("certificates")
    void neverReady(String purpose, String file, GoodSet set) {
        String id = PUB + "/" + purpose;
        Tree tree = Tree.in(directory).set(id, set);
        assertThat(Checked.in(directory).verdict(id).state()).isEqualTo(State.READY);
        byte[] der = switch (file) {
            case "root.pem" -> set.root().der();
            case "intermediate.pem" -> set.intermediate().der();
            default -> set.leaf().der();
        };
        List<Integer> ready = new ArrayList<>();
        for (int bit = 0; bit < der.length * 8; bit += STEP) {
            tree.file(id + "/" + file, flipped(der, bit));
            Checked.Verdict verdict = Checked.in(directory).verdict(id);
            if (verdict != null && verdict.state() == State.READY) {
                ready.add(bit);
            }
        }
        assertThat(ready).as("bits that the check does not see").isEmpty();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
        return flipped;
    }
}
