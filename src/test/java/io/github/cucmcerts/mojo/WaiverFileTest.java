package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.rule.Acceptance;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severities;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverFileTest {
    private static final String WAIVER = """
            waivers:
              - rule: san-added
                path: "**/tomcat.pem"
                reason: The lab accepted it
                until: 2026-12-31
            """;
    /** A hash that YAML would read as a number. */
    private static final String DIGITS = "0123456789".repeat(7).substring(0, 64);

    private static final String CONTENT = " A waiver must have: rule; path or sha256; reason; until";

    @TempDir
    private Path temporary;

    @Test
    void waiversAndSeveritiesAreReadAsText() throws Exception {
        Settings settings = read("""
                # of the window in December
                waivers:
                  - rule: SAN-Added
                    path: "**/tomcat.pem"
                    reason: >-
                      The lab
                      accepted it
                    until: 2026-12-31
                  - {rule: key-size, sha256: %s, reason: 4711, until: "2027-01-31"}
                severities:
                  key-shared: OFF
                  san-wildcard: error
                """.formatted(DIGITS));
        assertThat(settings.waivers())
                .hasToString(List.of(
                                new Waiver(
                                        "san-added",
                                        Optional.of(new Glob("**/tomcat.pem")),
                                        Optional.empty(),
                                        new Acceptance("The lab accepted it", LocalDate.parse("2026-12-31")),
                                        Message.value("waivers.yaml, line 3")),
                                new Waiver(
                                        "key-size",
                                        Optional.empty(),
                                        Optional.of(DIGITS),
                                        new Acceptance("4711", LocalDate.parse("2027-01-31")),
                                        Message.value("waivers.yaml, line 9")))
                        .toString());
        Severities severities = settings.severities();
        assertThat(severities.isOff(rule("key-shared"))).isTrue();
        assertThat(severities.of(rule("san-wildcard"), Severity.WARNING)).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing yet\n", "---\n", "waivers:\nseverities: ~\n", "waivers: []\nseverities: {}\n"})
    void anEmptyFileHasNone(String text) throws Exception {
        assertThat(read(text)).isEqualTo(Settings.NONE);
    }

    @Test
    void aByteOrderMarkIsIgnored() throws Exception {
        assertThat(read("\uFEFF" + WAIVER).waivers()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void wrongSettingsAreNamedWithTheirLine(String text, String message) {
        assertRejected(() -> read(text), message);
    }

    static Stream<Arguments> wrongSettingsAreNamedWithTheirLine() {
        return Stream.of(
                wrong(
                        "waiver:\n  - rule: san-added\n",
                        "waivers.yaml, line 1: unknown name 'waiver'. Did you mean waivers? Allowed: waivers, severities"
                                + " (cucm-certs.waiverFile)."),
                wrong(
                        WAIVER.replace("rule:", "ruel:"),
                        "A waiver (cucm-certs.waiverFile, waivers.yaml, line 2) has the unknown name 'ruel'. Did you mean rule?"
                                + CONTENT),
                wrong(WAIVER.replace("rule: san-added\n    ", ""), lacks("", "rule")),
                wrong(WAIVER.replaceAll("    path.*\n", ""), lacks(" of san-added", "path (a glob) or sha256")),
                wrong(WAIVER.replaceAll("    reason.*\n", ""), lacks(" of san-added", "reason")),
                wrong(WAIVER.replace("The lab accepted it", ""), lacks(" of san-added", "reason")),
                wrong(WAIVER.replace("The lab accepted it", "~"), lacks(" of san-added", "reason")),
                wrong(WAIVER.replaceAll("    until.*\n", ""), lacks(" of san-added", "until")),
                wrong("waivers:\n  -\n", lacks("", "rule")),
                wrong(
                        WAIVER.replace("2026-12-31", "31.12.2026"),
                        "Unknown value '31.12.2026' of cucm-certs.waiverFile, waivers.yaml, line 5. Allowed: a date, as in"
                                + " 2026-12-31"),
                wrong(
                        WAIVER.replace("path: \"**/tomcat.pem\"", "sha256: 12"),
                        "Unknown value '12' of cucm-certs.waiverFile, waivers.yaml, line 3. Allowed: a SHA-256 in hex"),
                wrong(
                        WAIVER.replace("**/", "{a"),
                        "Unknown value '{atomcat.pem' of cucm-certs.waiverFile, waivers.yaml, line 3. Allowed: a glob ("),
                wrong(
                        WAIVER.replace("san-added", "san-add"),
                        "Unknown value 'san-add' of cucm-certs.waiverFile, waivers.yaml, line 2. Did you mean san-added?"
                                + " Allowed: csr-missing, "),
                wrong(
                        "severities:\n  san-added: WARNING\n  san-misssing: OFF\n",
                        "Unknown value 'san-misssing' of cucm-certs.waiverFile, waivers.yaml, line 3. Did you mean"
                                + " san-missing? Allowed: csr-missing, "),
                wrong(
                        "severities:\n  san-added: LOW\n",
                        "Unknown value 'LOW' of cucm-certs.waiverFile, waivers.yaml, line 2 (san-added). Allowed: ERROR,"
                                + " WARNING, INFO, OFF"),
                wrong(
                        "severities:\n  rule-failed: OFF\n",
                        "Unknown value 'rule-failed' of cucm-certs.waiverFile, waivers.yaml, line 2. Did you mean "),
                wrong(
                        "severities:\n  SAN-added: OFF\n  san-added: ERROR\n",
                        "The rule san-added has two severities: in waivers.yaml, line 2, and in waivers.yaml, line 3. Keep"
                                + " one of them."),
                wrong(
                        "severities:\n  san-added: OFF\n  san-added: ERROR\n",
                        "waivers.yaml, line 3: severities has 'san-added' twice (cucm-certs.waiverFile)."),
                wrong(
                        WAIVER + "    reason: Another\n",
                        "waivers.yaml, line 6: a waiver has 'reason' twice (cucm-certs.waiverFile)."),
                wrong(
                        "waivers:\n  rule: san-added\n",
                        "waivers.yaml, line 2: waivers must be a list, with a hyphen before each waiver, but is a map"
                                + " (cucm-certs.waiverFile)."),
                wrong(
                        "waivers:\n  - san-added\n",
                        "waivers.yaml, line 2: a waiver must be a map of rule; path or sha256; reason; until, but is"
                                + " text (cucm-certs.waiverFile)."),
                wrong(
                        "severities:\n  - san-added: OFF\n",
                        "waivers.yaml, line 2: severities must be a map of the id of a rule: its severity, but is a list"
                                + " (cucm-certs.waiverFile)."),
                wrong(
                        "- rule: san-added\n",
                        "waivers.yaml, line 1: the file must be a map of waivers, severities, but is a list"
                                + " (cucm-certs.waiverFile)."),
                wrong(
                        WAIVER.replace("\"**/tomcat.pem\"", "[a.pem, b.pem]"),
                        "waivers.yaml, line 3: 'path' must be text, but is a list (cucm-certs.waiverFile)."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "waivers:\\n  - path: **/tomcat.pem | 2 | unexpected character found *(42)",
                "waivers:\\n  - reason: ticket: 4711 | 2 | mapping values are not allowed here",
                "waivers:\\n\\t- rule: x | 2 | found character",
                "waivers: []\\n---\\nseverities: {} | 2 | but found another document",
                "? [a]\\n: b | 1 | Non scalar key",
                "a: 1\\nb: \\7 | 2 | special characters are not allowed",
            })
    void wrongYamlIsNamedWithItsLineAndTheUsualFix(String text, int line, String problem) {
        assertThatThrownBy(() -> read(text.translateEscapes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("waivers.yaml, line " + line + ": not YAML: ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith(
                        "Put text in quotes if it begins with *, { or @, or contains a colon and a space (cucm-certs.waiverFile).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "- ", "? ", "{a: "})
    void deepNestingDoesNotCrashTheBuild(String open) {
        assertThatThrownBy(() -> read(open.repeat((1 << 20) / open.length())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("waivers.yaml, line 1: not YAML: ");
    }

    @Test
    void aliasesAreLimited() {
        String aliases =
                "waivers:\n  - &w {rule: san-added, path: a, reason: b, until: 2026-12-31}\n" + "  - *w\n".repeat(60);
        assertThatThrownBy(() -> read(aliases))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aliases");
    }

    @Test
    void aListThatContainsItselfIsNotAWaiver() {
        assertRejected(
                () -> read("waivers: &w [*w]\n"),
                "waivers.yaml, line 1: a waiver must be a map of rule; path or sha256; reason; until, but is a list"
                        + " (cucm-certs.waiverFile).");
    }

    @Test
    void aFileThatIsNotUtf8IsNamedWithTheLine() throws Exception {
        Files.write(
                temporary.resolve("waivers.yaml"),
                "waivers:\n  - reason: für immer\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRejected(
                this::read, "waivers.yaml, line 2: the file is not UTF-8. Save it as UTF-8 (cucm-certs.waiverFile).");
        Files.writeString(temporary.resolve("waivers.yaml"), "\uFEFF" + WAIVER, StandardCharsets.UTF_16LE);
        assertRejected(
                this::read, "waivers.yaml, line 1: the file is not UTF-8. Save it as UTF-8 (cucm-certs.waiverFile).");
    }

    @Test
    void anUnusableFileIsNamedWithItsPath() throws Exception {
        Path file = temporary.resolve("waivers.yaml");
        assertRejected(this::read, file + " does not exist (cucm-certs.waiverFile).");
        Files.write(file, new byte[(1 << 20) + 1]);
        assertRejected(this::read, file + " is longer than 1 MiB (cucm-certs.waiverFile).");
        Files.delete(file);
        Files.createDirectory(file);
        assertRejected(this::read, file + " is not a file (cucm-certs.waiverFile).");
    }

    @Test
    void theSettingsOfThePomComeFirst() throws Exception {
        Settings pom = Settings.ofPom(
                element("waivers", waiver("san-missing")), element("severities", element("san-added", "off")));
        Settings both = pom.and(read(WAIVER + "severities:\n  key-shared: OFF\n"));
        assertThat(both.waivers())
                .extracting(waiver -> waiver.rule() + " in " + waiver.where())
                .containsExactly("san-missing in the POM", "san-added in waivers.yaml, line 2");
        assertThat(both.severities().isOff(rule("san-added"))).isTrue();
        assertThat(both.severities().isOff(rule("key-shared"))).isTrue();
    }

    @Test
    void aRuleInBothIsRejected() {
        assertRejected(
                () -> Settings.ofPom(element("waivers", waiver("San-Added")), null)
                        .and(read(WAIVER)),
                "The rule san-added has waivers in two places: in the POM, and in waivers.yaml, line 2. Keep them in one place.");
        assertRejected(
                () -> Settings.ofPom(null, element("severities", element("san-added", "OFF")))
                        .and(read("severities:\n  san-added: OFF\n")),
                "The rule san-added has two severities: in the POM, and in waivers.yaml, line 2. Keep one of them.");
    }

    @ParameterizedTest
    @MethodSource
    void aWrongElementInThePomIsExplained(PlexusConfiguration waivers, String message) {
        assertRejected(() -> Settings.ofPom(waivers, null), message);
    }

    static Stream<Arguments> aWrongElementInThePomIsExplained() {
        return Stream.of(
                Arguments.of(
                        element("waivers", element("waiver", element("ruel", "san-added"))),
                        "A waiver (cucm-certs.waivers) has the unknown name 'ruel'. Did you mean rule?" + CONTENT),
                Arguments.of(
                        element("waivers", element("waiver", element("path", "a"), element("path", "b"))),
                        "A waiver (cucm-certs.waivers) has more than one path. Write one waiver for each."),
                Arguments.of(
                        element("waivers", element("rule", "san-added"), element("path", "a")),
                        "'rule' (cucm-certs.waivers) is not a waiver. Put each waiver into its own <waiver> element."
                                + CONTENT),
                Arguments.of(
                        element("waivers", element("waiver", element("path", element("glob", "a")))),
                        "'path' (cucm-certs.waivers) must have text, but has the element 'glob'."),
                Arguments.of(
                        element("waivers", element("waiver")), "A waiver (cucm-certs.waivers) has no rule." + CONTENT));
    }

    @Test
    void severitiesInThePomHaveNoNestedElements() {
        assertRejected(
                () -> Settings.ofPom(null, element("severities", element("severity", element("rule", "san-added")))),
                "'severity' (cucm-certs.severities) must have text, but has the element 'rule'.");
    }

    private Settings read(String text) {
        try {
            Files.writeString(temporary.resolve("waivers.yaml"), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return read();
    }

    private Settings read() {
        return WaiverFile.read(temporary.resolve("waivers.yaml"), "waivers.yaml");
    }

    private static void assertRejected(Supplier<Settings> settings, String message) {
        assertThatThrownBy(() -> {
                    Settings read = settings.get();
                    read.waivers();
                    read.severities();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Arguments wrong(String text, String message) {
        return Arguments.of(text, message);
    }

    private static String lacks(String rule, String what) {
        return "A waiver (cucm-certs.waiverFile, waivers.yaml, line 2)" + rule + " has no " + what + "." + CONTENT;
    }

    private static RuleInfo rule(String id) {
        return RuleBook.catalogue().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PlexusConfiguration waiver(String rule) {
        return element(
                "waiver",
                element("rule", rule),
                element("path", "**"),
                element("reason", "The lab accepted it"),
                element("until", "2026-12-31"));
    }

    private static PlexusConfiguration element(String name, PlexusConfiguration... children) {
        DefaultPlexusConfiguration element = new DefaultPlexusConfiguration(name);
        List.of(children).forEach(element::addChild);
        return element;
    }

    private static PlexusConfiguration element(String name, String text) {
        return new DefaultPlexusConfiguration(name, text);
    }
}
