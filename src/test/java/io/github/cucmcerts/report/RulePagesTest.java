package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulePagesTest {
    private static final Path DIRECTORY = Path.of("docs", "rules");
    private static final String ANEW =
            "%s is not what the code says; write the pages anew: mvn test -Dtest=RulePagesTest -Dcucm-certs.write=true";

    @Test
    void thePagesAreThoseOfTheCode() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("cucm-certs.write")) {
            write(pages);
        }
        assertThat(files()).as(ANEW, DIRECTORY).containsExactlyElementsOf(pages.keySet());
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = DIRECTORY.resolve(page.getKey());
            assertThat(Files.readString(file)).as(ANEW, file).isEqualTo(page.getValue());
        }
    }

    @Test
    void whatTheConsoleTellsFitsIntoEightyColumns() {
        Stream<String> lines = Stream.concat(
                RuleIndex.console(RuleBook.catalogue()).stream(),
                RuleBook.catalogue().stream().flatMap(rule -> RulePage.console(rule).stream()));
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(80 - "[INFO] ".length())
                        .isEqualTo(line.stripTrailing()));
    }

    @Test
    void theListNamesEveryRule() {
        String list = String.join("\n", RuleIndex.console(RuleBook.catalogue()));
        assertThat(RuleBook.catalogue())
                .allSatisfy(rule ->
                        assertThat(list).containsPattern("(?m)^  " + rule.id() + " +" + rule.severity() + " +[A-Z]"));
    }

    @Test
    void aPageLeavesOutWhatIsNotDocumented() {
        RuleInfo rule = RuleInfo.of("some-rule", Topic.SAN, Severity.INFO, "A *title*")
                .message("it lacks {missing}")
                .rationale("Why.")
                .causes("One", "Another")
                .remedy("Nothing")
                .source("A guide", "some section", Source.Kind.ADVICE);
        assertThat(RulePage.console(rule))
                .containsExactly(
                        "some-rule: A *title*",
                        "  Severity: INFO",
                        "  Topic:    san",
                        "  Says:     it lacks <missing>",
                        "  Why:      Why.",
                        "  Cause:    One",
                        "  Cause:    Another",
                        "  Fix:      Nothing",
                        "  Source:   A guide, some section. It documents advice.");
        assertThat(RulePage.markdown(rule))
                .startsWith("# A \\*title\\*\n")
                .contains("\n> it lacks \\<missing>\n", "\n- One\n- Another\n")
                .doesNotContain("CUCM");
    }

    @Test
    void anErrorWithoutADocumentedRejectionSaysWhyItIsOne() {
        RuleInfo rule = RuleInfo.of("some-rule", Topic.SAN, Severity.ERROR, "A title")
                .message("it lacks {missing}")
                .rationale("Why.")
                .causes("One")
                .remedy("Nothing")
                .whyError("It *breaks* phones.")
                .source("A guide", "some section", Source.Kind.ADVICE);
        assertThat(RulePage.console(rule)).containsSequence("  Severity: ERROR", "  Because:  It *breaks* phones.");
        assertThat(RulePage.markdown(rule)).contains("\n## Why it is an error\n\nIt \\*breaks\\* phones.\n");
        assertThat(RulePage.body(rule) + RulePage.text(rule)).doesNotContain("phones");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        List<RuleInfo> rules = RuleBook.catalogue();
        pages.put("README.md", RuleIndex.markdown(rules));
        rules.forEach(rule -> pages.put(rule.id() + ".md", RulePage.markdown(rule)));
        return pages;
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(DIRECTORY);
        for (String file : files()) {
            Files.delete(DIRECTORY.resolve(file));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(DIRECTORY.resolve(page.getKey()), page.getValue());
        }
    }

    private static List<String> files() throws IOException {
        if (!Files.isDirectory(DIRECTORY)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
