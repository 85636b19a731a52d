package io.github.cucmcerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each language has a translation of each English text, made from the English text of today, with the same evidence and code. */
class TranslationsTest {
    private static final Path FILES = Path.of("src/main/resources/io/github/cucmcerts/language");
    /** The comment above a translation: the digest of the English text that it translates. */
    private static final Pattern ENTRY = Pattern.compile("# ([0-9a-f]{8})\n([A-Za-z0-9.-]+) = (.+)\n");

    private static final Pattern EVIDENCE = Pattern.compile("\\{[a-zA-Z0-9]+\\}");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern OPTIONAL = Pattern.compile("\\[[^\\]]*\\]");

    private record Translation(String digest, String text) {}

    @TestFactory
    List<DynamicTest> everyTextIsTranslated() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : Language.TAGS.subList(1, Language.TAGS.size())) { // the first is English
            english()
                    .forEach((area, texts) -> tests.add(DynamicTest.dynamicTest(
                            language + ", " + area, () -> assertTranslated(language, area, texts))));
        }
        return tests;
    }

    private static void assertTranslated(String language, String area, Map<String, String> english) throws IOException {
        Path file = FILES.resolve(language).resolve(area + ".properties");
        String content = Files.readString(file);
        Map<String, Translation> translations = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(content);
        int end = 0;
        while (entry.find()) {
            assertThat(entry.start())
                    .as("only entries, also after " + content.substring(0, end))
                    .isEqualTo(end);
            end = entry.end();
            assertThat(translations.put(entry.group(2), new Translation(entry.group(1), entry.group(3))))
                    .as(entry.group(2))
                    .isNull();
        }
        assertThat(end).as("only entries").isEqualTo(content.length());
        List<String> wrong = new ArrayList<>();
        english.forEach((key, text) -> {
            Translation translation = translations.remove(key);
            if (translation == null || !translation.digest().equals(digest(text))) {
                wrong.add("# " + digest(text) + "\n" + key + " = " + text);
            } else {
                String many = text.substring(text.indexOf('|') + 1); // of a counted text
                assertSame(EVIDENCE, key, many, translation.text());
                assertSame(CODE, key, many, translation.text());
                assertThat(parts(OPTIONAL, translation.text()))
                        .as("optional parts of " + key)
                        .hasSameSizeAs(parts(OPTIONAL, text));
            }
        });
        assertThat(wrong).as("missing, or their English text changed").isEmpty();
        assertThat(translations.keySet()).as("no English text has this key").isEmpty();
    }

    private static void assertSame(Pattern pattern, String key, String english, String translation) {
        assertThat(parts(pattern, translation)).as(key).containsExactlyInAnyOrderElementsOf(parts(pattern, english));
    }

    private static List<String> parts(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text)).substring(0, 8);
    }

    /** The English texts by area, then by key. */
    private static Map<String, Map<String, String>> english() throws IOException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        EnglishTexts.all().forEach((key, text) -> {
            int area = key.indexOf('.');
            all.computeIfAbsent(key.substring(0, area), first -> new TreeMap<>())
                    .put(key.substring(area + 1), text);
        });
        return all;
    }
}
