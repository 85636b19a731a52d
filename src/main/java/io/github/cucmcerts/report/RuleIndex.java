package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Paragraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists rules by topic: on the console, and as the first page of their documentation. */
public final class RuleIndex {
    private static final int SEVERITY_WIDTH = "WARNING ".length();

    private RuleIndex() {}

    /** The lines for a console of 80 columns. */
    public static List<String> console(List<RuleInfo> rules) {
        int idWidth = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0) + 1;
        List<String> lines = new ArrayList<>();
        byTopic(rules).forEach((topic, ofTopic) -> {
            lines.add(topic + " (" + goals(topic, "") + ")");
            for (RuleInfo rule : ofTopic) {
                String lead = "  " + padded(rule.id(), idWidth)
                        + padded(rule.severity().name(), SEVERITY_WIDTH);
                lines.addAll(Paragraph.lines(lead, rule.title(), " ".repeat(lead.length())));
            }
        });
        lines.add("More on one of them: -Dcucm-certs.rule=" + rules.get(0).id());
        return lines;
    }

    /** The page; links lead to the {@linkplain RulePage#markdown page of each rule} beside it. */
    public static String markdown(List<RuleInfo> rules) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        byTopic(rules).forEach((topic, ofTopic) -> {
            page.append("\n## ").append(topic).append("\n\nJudged by ").append(goals(topic, "`"));
            page.append(".\n\n| rule | severity | finds |\n|---|---|---|\n");
            for (RuleInfo rule : ofTopic) {
                page.append("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity() + " | "
                        + Markdown.of(rule.title()) + " |\n");
            }
        });
        return page.append(LIVE_WITH_A_FINDING).toString();
    }

    private static Map<Topic, List<RuleInfo>> byTopic(List<RuleInfo> rules) {
        return rules.stream()
                .collect(Collectors.groupingBy(RuleInfo::topic, () -> new EnumMap<>(Topic.class), Collectors.toList()));
    }

    private static String goals(Topic topic, String quote) {
        return topic == Topic.ENGINE
                ? "every goal"
                : quote + "check" + quote + " and " + quote + "check-" + topic + quote;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
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
