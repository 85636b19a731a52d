package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Topic;
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
    public static List<String> console(List<RuleInfo> rules, int columns) {
        Paragraph paragraph = Paragraph.ofConsole(columns);
        int idWidth = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0) + 1;
        List<String> lines = new ArrayList<>();
        byTopic(rules).forEach((topic, ofTopic) -> {
            lines.add(topic + " (" + goals(topic) + ")");
            for (RuleInfo rule : ofTopic) {
                String lead = "  " + padded(rule.id(), idWidth)
                        + padded(rule.severity().name(), SEVERITY_WIDTH);
                lines.addAll(paragraph.lines(lead, rule.title(), " ".repeat(lead.length())));
            }
        });
        lines.add("To explain a rule: -Dcucm-certs.rule=" + rules.get(0).id());
        return lines;
    }

    private static Map<Topic, List<RuleInfo>> byTopic(List<RuleInfo> rules) {
        return rules.stream()
                .collect(Collectors.groupingBy(RuleInfo::topic, () -> new EnumMap<>(Topic.class), Collectors.toList()));
    }

    private static String goals(Topic topic) {
        return switch (topic) {
            case ENGINE -> "every goal";
            case DEPLOYED -> "check";
            default -> "check and check-" + topic;
        };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
