package io.github.cucmcerts.cucm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyUsageTableTest {
    private static final List<String> USAGES = List.of(
            "serverAuth",
            "clientAuth",
            "ipsecEndSystem",
            "digitalSignature",
            "keyEncipherment",
            "dataEncipherment",
            "keyCertSign",
            "keyAgreement");

    /** As printed in the guides for release 12.5; the columns are {@link #USAGES}. */
    private static final String BELOW_14 = """
            | CallManager, CallManager-ECDSA         | Y | Y | - | Y | Y | Y | - | - |
            | CAPF                                   | Y | - | - | Y | N | - | Y | - |
            | ipsec                                  | Y | Y | Y | Y | Y | Y | - | - |
            | tomcat, tomcat-ECDSA                   | Y | Y | - | Y | Y | Y | - | - |
            | TVS                                    | Y | Y | - | Y | Y | Y | - | - |
            | IM&P: cup, cup-ECDSA                   | Y | Y | Y | Y | Y | Y | - | - |
            | IM&P: cup-xmpp, cup-xmpp-ECDSA         | Y | Y | Y | Y | Y | Y | - | - |
            | IM&P: cup-xmpp-s2s, cup-xmpp-s2s-ECDSA | Y | Y | Y | Y | Y | Y | - | - |
            | IM&P: ipsec                            | Y | Y | Y | Y | Y | Y | - | - |
            | IM&P: tomcat, tomcat-ECDSA             | Y | Y | - | Y | Y | Y | - | - |
            """;

    /** As listed in document 215534 for release 11.5. */
    private static final String RELEASE_11_5 = """
            | CallManager, CallManager-ECDSA         | Y | Y | - | Y | Y | Y | - | - |
            | CAPF                                   | Y | Y | - | Y | Y | - | Y | - |
            | ipsec                                  | Y | Y | Y | Y | Y | Y | - | - |
            | tomcat, tomcat-ECDSA                   | Y | Y | - | Y | Y | Y | - | - |
            | TVS                                    | Y | Y | - | Y | Y | Y | - | - |
            """;

    /** As printed in the guide for release 14. */
    private static final String FROM_14 = """
            | CallManager, CallManager-ECDSA         | Y | Y | - | Y | N | Y | - | - |
            | CAPF                                   | Y | Y | - | Y | N | - | Y | - |
            | ipsec                                  | Y | Y | Y | Y | Y | Y | - | - |
            | tomcat, tomcat-ECDSA                   | Y | Y | - | Y | N | Y | - | - |
            | TVS                                    | Y | Y | - | Y | Y | Y | - | - |
            | IM&P: cup, cup-ECDSA                   | Y | Y | Y | Y | N | Y | - | - |
            | IM&P: cup-xmpp, cup-xmpp-ECDSA         | Y | Y | Y | Y | N | Y | - | - |
            | IM&P: cup-xmpp-s2s, cup-xmpp-s2s-ECDSA | Y | Y | Y | Y | N | Y | - | - |
            | IM&P: ipsec                            | Y | Y | Y | Y | N | Y | - | - |
            | IM&P: tomcat, tomcat-ECDSA             | Y | Y | - | Y | N | Y | - | - |
            """;

    private static final List<Row> ROWS = Stream.of(
                    rows(BELOW_14, "10.0", "11.0", "12.0", "12.5"),
                    rows(RELEASE_11_5, "11.5"),
                    rows(FROM_14, "14", "14SU4", "15SU2"))
            .flatMap(List::stream)
            .toList();

    private record Row(String release, String purpose, boolean presence, Set<String> usages) {
        Set<String> asked(Optional<Release> by) {
            return KeyUsageTable.usages(by, Purpose.named(purpose).orElseThrow(), presence);
        }
    }

    static List<Row> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRow(Row row) {
        assertThat(row.asked(Optional.of(Release.parse(row.release)))).isEqualTo(row.usages);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withoutAReleaseTheCommonUsages(Row row) {
        Set<String> agreed = new HashSet<>(USAGES);
        ROWS.stream()
                .filter(other -> other.purpose.equals(row.purpose) && other.presence == row.presence)
                .forEach(other -> agreed.retainAll(other.usages));
        assertThat(row.asked(Optional.empty())).isEqualTo(agreed);
    }

    @Test
    void withoutAReleaseOnlyTheseDiffer() {
        assertThat(KeyUsageTable.usages(Optional.empty(), Purpose.CAPF, false))
                .containsExactlyInAnyOrder("serverAuth", "digitalSignature", "keyCertSign");
        assertThat(KeyUsageTable.usages(Optional.empty(), Purpose.TOMCAT_ECDSA, false))
                .containsExactlyInAnyOrder("serverAuth", "clientAuth", "digitalSignature", "dataEncipherment");
        assertThat(KeyUsageTable.usages(Optional.empty(), Purpose.IPSEC, false)).contains("keyEncipherment");
        assertThat(KeyUsageTable.usages(Optional.empty(), Purpose.IPSEC, true)).doesNotContain("keyEncipherment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUP", "CUP_XMPP_ECDSA", "CUP_XMPP_S2S"})
    void aPresencePurposeHasOneRowOnAnyNode(Purpose purpose) {
        assertThat(KeyUsageTable.usages(Optional.empty(), purpose, false))
                .isEqualTo(KeyUsageTable.usages(Optional.empty(), purpose, true))
                .contains("ipsecEndSystem");
    }

    /** Document 215534 contains none of them. */
    @ParameterizedTest
    @ValueSource(strings = {"CUP", "CUP_XMPP_ECDSA", "CUP_XMPP_S2S", "IPSEC", "TOMCAT"})
    void presenceNodesRequestTheSameIn11Dot5AsIn12(Purpose purpose) {
        assertThat(KeyUsageTable.usages(Optional.of(Release.parse("11.5")), purpose, true))
                .isEqualTo(KeyUsageTable.usages(Optional.of(Release.parse("12.5")), purpose, true))
                .isNotEmpty();
    }

    @Test
    void theOtherPurposesHaveOneRowAlsoOnPresenceNodes() {
        assertThat(KeyUsageTable.usages(Optional.empty(), Purpose.TVS, true))
                .isEqualTo(KeyUsageTable.usages(Optional.empty(), Purpose.TVS, false))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ITL_RECOVERY", "AUTHZ", "UNKNOWN"})
    void aPurposeWithoutARowRequestsNothing(Purpose purpose) {
        assertThat(KeyUsageTable.usages(Optional.empty(), purpose, false)).isEmpty();
    }

    /** One row for each purpose and release. */
    private static List<Row> rows(String table, String... releases) {
        List<Row> rows = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String[] cells = line.replaceAll("^\\| | \\|$", "").split(" +\\| ", -1);
            Set<String> usages = new LinkedHashSet<>();
            for (int i = 0; i < USAGES.size(); i++) {
                if (cells[i + 1].equals("Y")) {
                    usages.add(USAGES.get(i));
                }
            }
            boolean presence = cells[0].startsWith("IM&P: ");
            for (String purpose : cells[0].replace("IM&P: ", "").split(", ", -1)) {
                for (String release : releases) {
                    rows.add(new Row(release, purpose, presence, usages));
                }
            }
        }
        return rows;
    }
}
