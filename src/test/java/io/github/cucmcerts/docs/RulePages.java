package io.github.cucmcerts.docs;

import io.github.cucmcerts.report.RulePage;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the pages in {@code docs/rules} from the rules' metadata: a page for each rule, and their list. */
public final class RulePages {
    private RulePages() {}

    /** The build calls it with the directory of the pages. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Writes the pages that differ, and deletes the pages of removed rules. */
    static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, String> pages = pages();
        for (Path file : files(directory)) {
            if (!pages.containsKey(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = directory.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
                Files.writeString(file, page.getValue());
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", list());
        for (RuleInfo rule : RuleBook.catalogue()) {
            pages.put(rule.id() + ".md", page(rule));
        }
        return pages;
    }

    private static String list() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Topic topic : Topic.values()) {
            page.append("\n## ").append(topic).append("\n\nChecked by ").append(goals(topic));
            page.append(".\n\n| rule | severity | finds |\n|---|---|---|\n");
            for (RuleInfo rule : RuleBook.catalogue()) {
                if (rule.topic() == topic) {
                    page.append("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity() + " | "
                            + Markdown.of(rule.title()) + " |\n");
                }
            }
        }
        return page.append(LIVE_WITH_A_FINDING).toString();
    }

    private static String goals(Topic topic) {
        return switch (topic) {
            case ENGINE -> "every goal";
            case DEPLOYED -> "`check`";
            case SERVED -> "`check-served`";
            default -> "`check` and `check-" + topic + "`";
        };
    }

    static String page(RuleInfo rule) {
        String whyError =
                rule.whyError().isEmpty() ? "" : "\n## Why it is an error\n\n" + Markdown.of(rule.whyError()) + "\n";
        return "# " + Markdown.of(rule.title()) + "\n\nRule `" + rule.id() + "`, severity **" + rule.severity()
                + "**, topic [" + rule.topic() + "](README.md#" + rule.topic() + ").\n" + RulePage.body(rule)
                + whyError + "\nTo change its severity, or to accept a finding for some time, see [Live with a finding]"
                + "(README.md#live-with-a-finding).\n";
    }

    private static final String INTRODUCTION = """
            # Rules

            Each finding shows its rule in square brackets. The rule's page explains why the rule exists, what usually causes the finding,
            what to do, and which document states the rule. The console shows the same text:

            ```
            mvn io.github.cucmcerts:cucm-certs-maven-plugin:1.0.0-SNAPSHOT:list-rules
            mvn io.github.cucmcerts:cucm-certs-maven-plugin:1.0.0-SNAPSHOT:list-rules -Dcucm-certs.rule=san-added
            ```

            | severity | means |
            |---|---|
            | ERROR | a documented rejection, a service that can fail, or something that must be checked but could not be; fails the build by default |
            | WARNING | a documented requirement or advice without a documented rejection; fails the build if `failOn` is `WARNING` |
            | INFO | a notice: good to know |

            On these pages, \\<words in angle brackets\\> are placeholders for what a finding shows, such as a file, a name, or a date.
            A finding leaves out the parts and sentences for which it has no value.
            """;

    private static final String LIVE_WITH_A_FINDING = """

            ## Live with a finding

            Use the `<configuration>` of the plugin in `pom.xml`. To change the severity of a rule for all files (`ERROR`, `WARNING`,
            `INFO`, or `OFF`, which turns the rule off):

            ```xml
            <severities>
              <san-wildcard>OFF</san-wildcard>
            </severities>
            ```

            To accept one finding until a date, give a reason. The finding stays in every report with the reason and the date, and does not fail the build:

            ```xml
            <waivers>
              <waiver>
                <rule>san-added</rule>
                <path>cucm-sub1.example.com/tomcat/*</path>
                <reason>The CA adds www; CUCM accepted it in the lab</reason>
                <until>2026-12-31</until>
              </waiver>
            </waivers>
            ```

            For more, see [Live with a finding](../../README.md#live-with-a-finding) in the README.
            """;
}
