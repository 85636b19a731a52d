package io.github.cucmcerts.report;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Explains one rule. */
public final class RulePage {
    private static final String INDENT = " ".repeat(12);

    /** Texts on one subject, with its label on the console, its Markdown heading, and the mark before each text below it. */
    private record Section(String label, String heading, String mark, List<String> texts) {}

    private RulePage() {}

    /** The lines for a console of so many columns. */
    public static List<String> console(RuleInfo rule, int columns) {
        Paragraph paragraph = Paragraph.ofConsole(columns);
        List<String> lines = new ArrayList<>(paragraph.lines("", rule.id() + ": " + rule.title(), "  "));
        lines.addAll(labelled(paragraph, "Severity", rule.severity().name()));
        if (!rule.whyError().isEmpty()) {
            lines.addAll(labelled(paragraph, "Because", rule.whyError()));
        }
        lines.addAll(labelled(paragraph, "Topic", rule.topic().toString()));
        for (Section section : sections(rule.explained())) {
            section.texts.forEach(text -> lines.addAll(labelled(paragraph, section.label, text)));
        }
        return lines;
    }

    /** Its texts under headings, as Markdown. */
    public static String body(RuleInfo rule) {
        StringBuilder body = new StringBuilder();
        for (Section section : sections(rule.explained())) {
            body.append("\n## ").append(section.heading).append("\n\n");
            section.texts.forEach(
                    text -> body.append(section.mark).append(Markdown.of(text)).append('\n'));
        }
        return body.toString();
    }

    /** The same, without markup. */
    static String text(RuleInfo rule) {
        return sections(rule.explained()).stream()
                .flatMap(section -> section.texts.stream().map(text -> section.label + ": " + text))
                .collect(Collectors.joining("\n"));
    }

    private static List<Section> sections(RuleInfo rule) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Message", "Message", "> ", List.of(rule.message())));
        if (!rule.cucm().isEmpty()) {
            sections.add(new Section("CUCM", "What CUCM says", "> ", List.of(rule.cucm())));
        }
        sections.add(new Section("Why", "Why it matters", "", List.of(rule.rationale())));
        sections.add(new Section("Cause", "Causes, most likely first", "- ", rule.causes()));
        sections.add(new Section("Fix", "What to do", "", List.of(rule.remedy())));
        sections.add(new Section("Source", "Source", "", List.of(source(rule.source()))));
        List<String> pages =
                rule.source().onTheWeb().stream().map(Document::page).toList();
        if (!pages.isEmpty()) {
            sections.add(new Section("Link", "Documents on the web", "- ", pages));
        }
        return sections;
    }

    private static String source(Source source) {
        String basis = source.kind() == Source.Kind.ADVICE
                ? "recommendation"
                : source.kind().name().toLowerCase(Locale.ROOT);
        return source + ". Basis: " + basis + ".";
    }

    private static List<String> labelled(Paragraph paragraph, String label, String text) {
        String lead = "  " + label + ":";
        return paragraph.lines(lead + " ".repeat(INDENT.length() - lead.length()), text, INDENT);
    }
}
