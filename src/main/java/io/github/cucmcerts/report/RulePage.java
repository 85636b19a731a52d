package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.text.Columns;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Paragraph;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Explains one rule. */
public final class RulePage {
    private static final String INDENT = " ".repeat(12);

    /**
     * Texts on one subject, with its label on the console, its Markdown heading, and the mark before each text below it.
     *
     * @param isChoice whether a finding shows only some of the texts
     */
    private record Section(String label, String heading, String mark, boolean isChoice, List<Words> texts) {}

    private final RuleInfo rule;
    private final Language language;

    /**
     * @param rule with texts in the language
     * @param language of the labels and headings
     */
    private RulePage(RuleInfo rule, Language language) {
        this.rule = rule;
        this.language = language;
    }

    /** The lines for a console of so many columns. */
    public static List<String> console(RuleInfo rule, Language language, int columns) {
        return new RulePage(rule, language).console(columns);
    }

    private List<String> console(int columns) {
        Paragraph paragraph = Paragraph.ofConsole(columns);
        List<String> lines = new ArrayList<>(paragraph.lines("", rule.id() + ": " + rule.title(), "  "));
        lines.addAll(labelled(
                paragraph,
                language.text("mojo.label-severity", "Severity"),
                rule.severity().name()));
        if (!rule.whyError().isEmpty()) {
            lines.addAll(labelled(paragraph, language.text("mojo.label-because", "Because"), rule.whyError()));
        }
        lines.addAll(labelled(
                paragraph,
                language.text("mojo.label-topic", "Topic"),
                rule.topic().toString()));
        for (Section section : sections()) {
            if (section.isChoice) {
                lines.addAll(labelled(paragraph, section.label, alternatives()));
                section.texts.forEach(
                        text -> lines.addAll(paragraph.lines(INDENT + "- ", text.toString(), INDENT + "  ")));
            } else {
                section.texts.forEach(text -> lines.addAll(labelled(paragraph, section.label, text.toString())));
            }
        }
        return lines;
    }

    /** Its texts under headings, as Markdown. */
    public static String body(RuleInfo rule, Language language) {
        return new RulePage(rule, language).body();
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        for (Section section : sections()) {
            body.append("\n## ").append(section.heading).append("\n\n");
            body.append(section.isChoice ? alternatives() + "\n\n" : "");
            section.texts.forEach(
                    text -> body.append(section.mark).append(Markdown.of(text)).append('\n'));
        }
        return body.toString();
    }

    /** The same, without markup. */
    static String text(RuleInfo rule, Language language) {
        return new RulePage(rule, language).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        for (Section section : sections()) {
            String label = colon(section.label) + " ";
            if (section.isChoice) {
                lines.add(label + alternatives());
            }
            String mark = section.isChoice ? section.mark : label;
            section.texts.forEach(text -> lines.add(mark + text));
        }
        return String.join("\n", lines);
    }

    private List<Section> sections() {
        String message = language.text("mojo.label-message", "Message");
        String source = language.text("mojo.label-source", "Source");
        List<Section> sections = new ArrayList<>();
        sections.add(sentences(message, message, "> ", rule.message()));
        if (!rule.cucm().isEmpty()) {
            sections.add(section(
                    "CUCM",
                    language.text("mojo.heading-cucm", "What CUCM says"),
                    "> ",
                    explained(List.of(rule.cucm()))));
        }
        sections.add(section(
                language.text("mojo.label-why", "Why"),
                language.text("mojo.heading-why", "Why it matters"),
                "",
                explained(List.of(rule.rationale()))));
        sections.add(section(
                language.text("mojo.label-cause", "Cause"),
                language.text("mojo.heading-causes", "Causes, most likely first"),
                "- ",
                explained(rule.causes())));
        sections.add(sentences(
                language.text("mojo.label-fix", "Fix"),
                language.text("mojo.heading-fix", "What to do"),
                "",
                rule.remedy()));
        sections.add(section(source, source, "", List.of(Words.prose(source()))));
        List<Words> pages = rule.source().onTheWeb().stream()
                .map(document -> Words.prose(document.page(language.tag())))
                .toList();
        if (!pages.isEmpty()) {
            sections.add(section(
                    language.text("mojo.label-link", "Link"),
                    language.text("mojo.heading-links", "Documents on the web"),
                    "- ",
                    pages));
        }
        return sections;
    }

    private static Section section(String label, String heading, String mark, List<Words> texts) {
        return new Section(label, heading, mark, false, texts);
    }

    /** A text, or its pieces if a finding leaves some of them out. */
    private Section sentences(String label, String heading, String mark, String template) {
        List<Words> pieces = TextTemplate.of(template).sentences(language);
        boolean isChoice = pieces.size() > 1;
        return new Section(label, heading, isChoice ? "- " : mark, isChoice, pieces);
    }

    private List<Words> explained(List<String> templates) {
        return templates.stream()
                .map(template -> TextTemplate.of(template).explained(language))
                .toList();
    }

    private String source() {
        String basis = switch (rule.source().kind()) {
            case REJECTION -> language.text("mojo.basis-rejection", "rejection");
            case REQUIREMENT -> language.text("mojo.basis-requirement", "requirement");
            case ADVICE -> language.text("mojo.basis-recommendation", "recommendation");
        };
        return language.text("mojo.source", "{source}. Basis: {basis}.", "source", rule.source(), "basis", basis);
    }

    private String alternatives() {
        return language.text("mojo.alternatives", "A finding shows only the sentences that apply:");
    }

    private String colon(String label) {
        return language.text("mojo.label", "{label}:", "label", label);
    }

    private List<String> labelled(Paragraph paragraph, String label, String text) {
        return paragraph.lines(Columns.padded("  " + colon(label), INDENT.length()), text, INDENT);
    }
}
