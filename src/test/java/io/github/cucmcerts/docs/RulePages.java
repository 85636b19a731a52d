package io.github.cucmcerts.docs;

import io.github.cucmcerts.report.RulePage;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Markdown;
import io.github.cucmcerts.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the pages in {@code docs/rules} from the rules' metadata: a page for each rule, and their list. */
public final class RulePages {
    private final Language language;

    RulePages(Language language) {
        this.language = language;
    }

    /** The build calls it with directories of pages, each after the tag of its language. */
    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i += 2) {
            write(Path.of(arguments[i + 1]), Language.of(arguments[i]).orElseThrow());
        }
    }

    /** Writes the pages that differ, and deletes the pages of removed rules. */
    static void write(Path directory, Language language) throws IOException {
        Files.createDirectories(directory);
        Map<String, String> pages = new RulePages(language).pages();
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

    private Map<String, String> pages() {
        List<RuleInfo> rules =
                RuleBook.catalogue().stream().map(rule -> rule.in(language)).toList();
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", list(rules));
        for (RuleInfo rule : rules) {
            pages.put(rule.id() + ".md", page(rule));
        }
        return pages;
    }

    private String list(List<RuleInfo> rules) {
        StringBuilder page = new StringBuilder(introduction());
        for (Topic topic : Topic.values()) {
            page.append("\n## ")
                    .append(topic)
                    .append("\n\n")
                    .append(goals(topic))
                    .append("\n\n");
            page.append(text(language.words("mojo.page-rules", "| rule | severity | finds |")))
                    .append("\n|---|---|---|\n");
            for (RuleInfo rule : rules) {
                if (rule.topic() == topic) {
                    page.append("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity() + " | "
                            + Markdown.of(rule.title()) + " |\n");
                }
            }
        }
        return page.append(liveWithAFinding()).toString();
    }

    private String goals(Topic topic) {
        return text(
                switch (topic) {
                    case ENGINE -> language.words("mojo.page-every-goal", "Checked by every goal.");
                    case DEPLOYED -> language.words("mojo.page-check", "Checked by `check`.");
                    case SERVED -> language.words("mojo.page-check-served", "Checked by `check-served`.");
                    default ->
                        language.words(
                                "mojo.page-two-goals",
                                "Checked by `check` and {goal}.",
                                "goal",
                                "`check-" + topic + "`");
                });
    }

    String page(RuleInfo rule) {
        StringBuilder page = new StringBuilder("# " + Markdown.of(rule.title()) + "\n\n");
        page.append(otherLanguage(rule.id() + ".md"));
        page.append(text(language.words(
                "mojo.page-rule",
                "Rule {rule}, severity **{severity}**, topic {topic}.",
                "rule",
                "`" + rule.id() + "`",
                "severity",
                rule.severity(),
                "topic",
                "[" + rule.topic() + "](README.md#" + rule.topic() + ")")));
        page.append('\n').append(RulePage.body(rule, language));
        if (!rule.whyError().isEmpty()) {
            page.append("\n## ")
                    .append(language.text("mojo.page-why-error", "Why it is an error"))
                    .append("\n\n")
                    .append(Markdown.of(rule.whyError()))
                    .append('\n');
        }
        return page.append('\n')
                .append(text(language.words(
                        "mojo.page-live-with",
                        "To change its severity, or to accept a finding for some time, see {link}.",
                        "link",
                        "[" + liveTitle() + "](README.md#" + anchor(liveTitle()) + ")")))
                .append('\n')
                .toString();
    }

    private String introduction() {
        String command = "mvn io.github.cucmcerts:cucm-certs-maven-plugin:1.0.0-SNAPSHOT:list-rules";
        return String.join(
                "\n",
                "# " + language.text("mojo.page-title", "Rules"),
                "",
                otherLanguage("README.md").strip(),
                "",
                text(language.words(
                        "mojo.page-introduction",
                        "Each finding shows its rule in square brackets. The rule's page explains why the rule exists, what usually"
                                + " causes the finding,\nwhat to do, and which document states the rule. The console shows the same"
                                + " text:")),
                "",
                "```",
                command,
                command + " -Dcucm-certs.rule=san-added",
                "```",
                "",
                text(language.words("mojo.page-severities", "| severity | means |")),
                "|---|---|",
                text(language.words(
                        "mojo.page-error",
                        "| ERROR | a documented rejection, a service that can fail, or something that must be checked but could not be;"
                                + " fails the build by default |")),
                text(language.words(
                        "mojo.page-warning",
                        "| WARNING | a documented requirement or advice without a documented rejection; fails the build if `failOn` is"
                                + " `WARNING` |")),
                text(language.words("mojo.page-info", "| INFO | a notice: good to know |")),
                "",
                text(
                        language.words(
                                "mojo.page-placeholders",
                                "On these pages, \\<words in angle brackets\\> are placeholders for what a finding shows, such as a file, a"
                                        + " name, or a date.\nA finding leaves out the parts and sentences for which it has no value.")),
                "");
    }

    private String liveTitle() {
        return language.text("mojo.page-live-title", "Live with a finding");
    }

    private String liveWithAFinding() {
        String readme = language.isEnglish() ? "../../README.md" : "../../../README." + language.tag() + ".md";
        return String.join(
                "\n",
                "",
                "## " + liveTitle(),
                "",
                text(language.words(
                        "mojo.page-severity",
                        "Use the `<configuration>` of the plugin in `pom.xml`. To change the severity of a rule for all files (`ERROR`,"
                                + " `WARNING`,\n`INFO`, or `OFF`, which turns the rule off):")),
                "",
                "```xml",
                "<severities>",
                "  <san-wildcard>OFF</san-wildcard>",
                "</severities>",
                "```",
                "",
                text(language.words(
                        "mojo.page-waiver",
                        "To accept one finding until a date, give a reason. The finding stays in every report with the reason and the"
                                + " date, and does not fail the build:")),
                "",
                "```xml",
                "<waivers>",
                "  <waiver>",
                "    <rule>san-added</rule>",
                "    <path>cucm-sub1.example.com/tomcat/*</path>",
                "    <reason>"
                        + language.text("mojo.page-reason", "The CA adds www; CUCM accepted it in the lab")
                        + "</reason>",
                "    <until>2026-12-31</until>",
                "  </waiver>",
                "</waivers>",
                "```",
                "",
                text(language.words(
                        "mojo.page-more",
                        "For more, see {link} in the README.",
                        "link",
                        "[" + liveTitle() + "](" + readme + "#" + anchor(liveTitle()) + ")")),
                "");
    }

    /** The link to the same page in the other language. */
    private String otherLanguage(String file) {
        return language.isEnglish()
                ? "[繁體中文](../zh-TW/rules/" + file + ")\n\n"
                : "[English](../../rules/" + file + ")\n\n";
    }

    /** The anchor that GitHub makes from a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    private static String text(Words words) {
        return Markdown.raw(words);
    }
}
