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

/** Writes the pages of {@code docs/rules} from what the code says of the rules: a page for each, and their list. */
public final class RulePages {
    private RulePages() {}

    /** Called by the build, with the directory of the pages. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    /** Writes what differs, and removes the pages of rules that are gone. */
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
            page.append("\n## ").append(topic).append("\n\nJudged by ").append(goals(topic));
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
                + whyError + "\nHow to change its severity, or accept a finding for a while: [Live with a finding]"
                + "(README.md#live-with-a-finding).\n";
    }

    private static final String INTRODUCTION = """
            # Rules

            Each finding names its rule in square brackets. Its page tells why the rule is there, what usually causes the finding, what
            to do, and the document that states it. The same on the console:

            ```
            mvn io.github.cucmcerts:cucm-certs-maven-plugin:1.0.0-SNAPSHOT:list-rules
            mvn io.github.cucmcerts:cucm-certs-maven-plugin:1.0.0-SNAPSHOT:list-rules -Dcucm-certs.rule=san-added
            ```

            | severity | means |
            |---|---|
            | ERROR | a documented rejection, or what breaks the service for sure: fails the build |
            | WARNING | a documented requirement or advice, but no documented rejection: fails the build with `failOn` `WARNING` |
            | INFO | good to know |

            On these pages \\<words in angle brackets\\> stand for what a finding says there: a file, a name, a date. A part of a
            sentence may be left out where there is nothing to say.
            """;

    private static final String LIVE_WITH_A_FINDING = """

            ## Live with a finding

            In the plugin's `<configuration>` in the `pom.xml`. To weigh a rule otherwise, for all files (`ERROR`, `WARNING`, `INFO`, or
            `OFF`, which does not judge it at all):

            ```xml
            <severities>
              <san-wildcard>OFF</san-wildcard>
            </severities>
            ```

            To accept one finding for a reason, until a date. It stays in every report, with both, and does not fail the build:

            ```xml
            <waivers>
              <waiver>
                <rule>san-added</rule>
                <path>cucm-sub1.example.com/tomcat/*</path>
                <reason>The CA adds www, CUCM took it in the lab</reason>
                <until>2026-12-31</until>
              </waiver>
            </waivers>
            ```

            The README of this project tells [more](../../README.md#live-with-a-finding).
            """;
}
