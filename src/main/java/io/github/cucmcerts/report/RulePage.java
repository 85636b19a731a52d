package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Paragraph;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explains one rule. */
public final class RulePage {
    private static final String INDENT = " ".repeat(12);
    private static final String ALTERNATIVES = "A finding shows only the sentences that apply:";

    /**
     * Texts on one subject, with its label on the console, its Markdown heading, and the mark before each text below it.
     *
     * @param isChoice whether a finding shows only some of the texts
     */
    private record Section(String label, String heading, String mark, boolean isChoice, List<Words> texts) {}

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
        for (Section section : sections(rule)) {
            if (section.isChoice) {
                lines.addAll(labelled(paragraph, section.label, ALTERNATIVES));
                section.texts.forEach(
                        text -> lines.addAll(paragraph.lines(INDENT + "- ", text.toString(), INDENT + "  ")));
            } else {
                section.texts.forEach(text -> lines.addAll(labelled(paragraph, section.label, text.toString())));
            }
        }
        return lines;
    }

    /** Its texts under headings, as Markdown. */
    public static String body(RuleInfo rule) {
        StringBuilder body = new StringBuilder();
        for (Section section : sections(rule)) {
            body.append("\n## ").append(section.heading).append("\n\n");
            body.append(section.isChoice ? ALTERNATIVES + "\n\n" : "");
            section.texts.forEach(
                    text -> body.append(section.mark).append(Markdown.of(text)).append('\n'));
        }
        return body.toString();
    }

    /** The same, without markup. */
    static String text(RuleInfo rule) {
        List<String> lines = new ArrayList<>();
        for (Section section : sections(rule)) {
            if (section.isChoice) {
                lines.add(section.label + ": " + ALTERNATIVES);
            }
            String mark = section.isChoice ? section.mark : section.label + ": ";
            section.texts.forEach(text -> lines.add(mark + text));
        }
        return String.join("\n", lines);
    }

    private static List<Section> sections(RuleInfo rule) {
        List<Section> sections = new ArrayList<>();
        sections.add(sentences("Message", "Message", "> ", rule.message()));
        if (!rule.cucm().isEmpty()) {
            sections.add(section("CUCM", "What CUCM says", "> ", explained(List.of(rule.cucm()))));
        }
        sections.add(section("Why", "Why it matters", "", explained(List.of(rule.rationale()))));
        sections.add(section("Cause", "Causes, most likely first", "- ", explained(rule.causes())));
        sections.add(sentences("Fix", "What to do", "", rule.remedy()));
        sections.add(section("Source", "Source", "", List.of(Words.prose(source(rule.source())))));
        List<Words> pages = rule.source().onTheWeb().stream()
                .map(document -> Words.prose(document.page()))
                .toList();
        if (!pages.isEmpty()) {
            sections.add(section("Link", "Documents on the web", "- ", pages));
        }
        return sections;
    }

    private static Section section(String label, String heading, String mark, List<Words> texts) {
        return new Section(label, heading, mark, false, texts);
    }

    /** A text, or its pieces if a finding leaves some of them out. */
    private static Section sentences(String label, String heading, String mark, String template) {
        List<Words> pieces = TextTemplate.of(template).sentences();
        boolean isChoice = pieces.size() > 1;
        return new Section(label, heading, isChoice ? "- " : mark, isChoice, pieces);
    }

    private static List<Words> explained(List<String> templates) {
        return templates.stream()
                .map(template -> TextTemplate.of(template).explained())
                .toList();
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
