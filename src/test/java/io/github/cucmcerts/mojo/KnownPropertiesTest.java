package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.text.Message;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPropertiesTest {
    private static final Set<String> KNOWN =
            Set.of("failOn", "file", "changeWindow", "release", "reports", "rule", "fips", "directory");

    @ParameterizedTest
    @CsvSource({
        "failon, failOn",
        "failOm, failOn",
        "files, file",
        "changeWIndow, changeWindow",
        "chnageWindow, changeWindow",
        "directroy, directory"
    })
    void anUnknownPropertyOnTheCommandLineIsRejectedWithTheNearestName(String written, String meant) {
        assertThat(KnownProperties.problem(KNOWN, List.of("cucm-certs." + written), List.of())
                        .map(Message::toString))
                .contains("Unknown parameter cucm-certs." + written + ". Did you mean cucm-certs." + meant + "?");
    }

    @Test
    void knownAndForeignPropertiesPass() {
        assertThat(KnownProperties.problem(
                        KNOWN,
                        List.of("cucm-certs.failOn", "skipTests", "cucm-certsfailon"),
                        List.of("cucm-certs.fips")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"severities", "waivers"})
    void aStructuredParameterMustBeInThePomOrTheWaiverFile(String name) {
        assertThat(KnownProperties.problem(KNOWN, List.of("cucm-certs." + name), List.of())
                        .map(Message::toString))
                .contains("cucm-certs." + name
                        + " cannot be set on the command line. Set " + name
                        + " in the plugin's configuration in the POM, or in a YAML file and name it with"
                        + " -Dcucm-certs.waiverFile=…");
    }

    @Test
    void thePomsOwnPropertyCanBeOverridden() {
        List<String> own = List.of("cucm-certs.version");
        assertThat(KnownProperties.problem(KNOWN, own, own)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"failOm, failOn", "fip, fips", "changeWindwo, changeWindow", "chageWindwo, changeWindow"})
    void aNearlyKnownPropertyIsRejectedInThePomToo(String written, String meant) {
        assertThat(KnownProperties.problem(KNOWN, List.of(), List.of("cucm-certs." + written))
                        .map(Message::toString))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("Unknown parameter cucm-certs." + written
                                + " in the POM's properties. Did you mean cucm-certs." + meant + "?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "fi", "ales", "chagWindwo"})
    void aLessSimilarPropertyIsThePomsOwn(String written) {
        assertThat(KnownProperties.problem(KNOWN, List.of(), List.of("cucm-certs." + written)))
                .isEmpty();
    }
}
