package io.github.cucmcerts.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The language of the texts for people. The English texts are in the code. Each other language has one properties file for each
 * area, with the translation of each text by its key.
 */
public final class Language {
    private static final String ENGLISH = "en";
    /** The tags of all languages. */
    public static final List<String> TAGS = List.of(ENGLISH, "zh-TW", "zh-CN");
    /** The areas, each with its own file. A key begins with its area. */
    private static final List<String> AREAS = List.of("rule");

    private final Map<String, String> translations;

    private Language(Map<String, String> translations) {
        this.translations = translations;
    }

    /** The language with that tag, in any case; empty if there are no texts in it. */
    public static Optional<Language> of(String tag) {
        return TAGS.stream()
                .filter(known -> known.equalsIgnoreCase(tag))
                .findFirst()
                .map(known -> known.equals(ENGLISH) ? new Language(Map.of()) : read(known));
    }

    private static Language read(String tag) {
        Map<String, String> translations = new HashMap<>();
        for (String area : AREAS) {
            Properties file = new Properties();
            try (Reader reader = new InputStreamReader(
                    Language.class.getResourceAsStream(
                            "/io/github/cucmcerts/language/" + tag + "/" + area + ".properties"),
                    StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            file.forEach((key, text) -> translations.put(area + "." + key, (String) text));
        }
        return new Language(translations);
    }

    public boolean isEnglish() {
        return translations.isEmpty();
    }

    /** The translation of the text. */
    public String text(String key, String english) {
        return translations.getOrDefault(key, english);
    }
}
