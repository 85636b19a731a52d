package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.report.Outputs;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.report.RuleIndex;
import io.github.cucmcerts.report.RulePage;
import io.github.cucmcerts.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No English sentence is left in any output in Chinese. */
class ChineseOutputTest {
    /** Four words in lower case in a row are part of a sentence. */
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z']{2,}(?:,? [a-z']{2,}){3,}");

    /** Also not prose of ours: commands and CUCM's words without the marks of code, dialogs of Windows, and texts of the cases. */
    private static final List<String> NOT_OURS = List.of(
            "show csr list own",
            "show csr own tomcat",
            "missing in multi server",
            "key exchange only with key encryption",
            "encryption of user data",
            "not allow subject to issue certificates to other",
            "no document, no section",
            "it accepted no connection within",
            "sure that the service runs");

    /** In report.json, for scripts. */
    private static final Pattern EVIDENCE = Pattern.compile("\"evidence\": ?\\{[^}]*\\}");

    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    /** The parts of a template between places and optional parts. */
    private static final Pattern BETWEEN = Pattern.compile("\\{[A-Za-z0-9]+\\}|[\\[\\]`]");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "zh-CN"})
    void noEnglishSentenceIsLeft(String tag) throws IOException {
        Language language = Language.of(tag).orElseThrow();
        List<String> onScreens = onScreens();
        Map<String, String> left = new LinkedHashMap<>(); // by sentence, where it is first
        pagesOfRules(language)
                .forEach(
                        (rule, page) -> english(page, onScreens).forEach(sentence -> left.putIfAbsent(sentence, rule)));
        for (Case each : firstOfEachRule()) {
            Path parent = Files.createDirectory(directory.resolve(each.rule()));
            outputs(each.report(each.layOut(parent)).in(language))
                    .forEach((output, text) -> english(text, onScreens)
                            .forEach(sentence -> left.putIfAbsent(sentence, output + " of " + each)));
        }
        assertThat(left).isEmpty();
    }

    private static List<Case> firstOfEachRule() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Case each : RulesTest.cases()) {
            if (each.isFound()) {
                cases.putIfAbsent(each.rule(), each);
            }
        }
        return List.copyOf(cases.values());
    }

    private static Map<String, String> outputs(Report report) throws IOException {
        Map<String, String> outputs = Outputs.of(report, 10_000);
        outputs.replaceAll((output, text) -> output.endsWith(".html") ? text(text) : text);
        return outputs;
    }

    private static Map<String, String> pagesOfRules(Language language) {
        Map<String, String> pages = new LinkedHashMap<>();
        List<RuleInfo> rules =
                RuleBook.catalogue().stream().map(rule -> rule.in(language)).toList();
        pages.put("list-rules", String.join("\n", RuleIndex.console(rules, language, 10_000)));
        for (RuleInfo rule : rules) {
            pages.put(rule.id(), String.join("\n", RulePage.console(rule, language, 10_000)));
        }
        return pages;
    }

    /** What a reader of the page sees, except code. */
    private static String text(String page) {
        var document = Jsoup.parse(page);
        document.select("code, style, script").remove();
        return document.wholeText();
    }

    private static List<String> english(String text, List<String> onScreens) {
        String rest = EVIDENCE.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
        for (String shown : onScreens) {
            rest = rest.replace(shown, "");
        }
        return ENGLISH.matcher(rest).results().map(MatchResult::group).toList();
    }

    /** What stays in English: CUCM's messages, and the titles and sections of documents. */
    private static List<String> onScreens() {
        Stream<String> messages = RuleBook.catalogue().stream()
                .flatMap(rule -> BETWEEN.splitAsStream(rule.cucm()))
                .map(String::strip);
        Stream<String> sections = RuleBook.catalogue().stream()
                .flatMap(
                        rule -> Stream.of(rule.source().section(), rule.source().document()));
        Stream<String> titles = Stream.of(Document.values()).map(Document::title);
        return Stream.of(messages, sections, titles, NOT_OURS.stream())
                .flatMap(texts -> texts)
                .filter(text -> text.length() > 10)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
