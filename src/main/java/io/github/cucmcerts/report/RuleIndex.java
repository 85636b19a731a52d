package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Paragraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists rules by topic. */
public final class RuleIndex {
    private static final int SEVERITY_WIDTH = "WARNING ".length();

    private RuleIndex() {}

    /** The lines for a console of so many columns. */
    public static List<String> console(List<RuleInfo> rules, Language language, int columns) {
        Paragraph paragraph = Paragraph.ofConsole(columns);
        int idWidth = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0) + 1;
        List<String> lines = new ArrayList<>();
        byTopic(rules).forEach((topic, ofTopic) -> {
            lines.add(topic + " (" + goals(topic, language) + ")");
            for (RuleInfo rule : ofTopic) {
                String lead = "  " + padded(rule.id(), idWidth)
                        + padded(rule.severity().name(), SEVERITY_WIDTH);
                lines.addAll(paragraph.lines(lead, rule.title(), " ".repeat(lead.length())));
            }
        });
        lines.add(language.text(
                "mojo.explain-rule",
                "To explain a rule: -Dcucm-certs.rule={rule}",
                "rule",
                rules.get(0).id()));
        return lines;
    }

    private static Map<Topic, List<RuleInfo>> byTopic(List<RuleInfo> rules) {
        return rules.stream()
                .collect(Collectors.groupingBy(RuleInfo::topic, () -> new EnumMap<>(Topic.class), Collectors.toList()));
    }

    private static String goals(Topic topic, Language language) {
        return switch (topic) {
            case ENGINE -> language.text("mojo.every-goal", "every goal");
            case DEPLOYED -> "check";
            default -> language.text("mojo.two-goals", "check and check-{topic}", "topic", topic);
        };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
