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
    private static final String EN = "en";
    /** The tags of all languages. */
    public static final List<String> TAGS = List.of(EN, "zh-TW", "zh-CN");
    /** The areas, each with its own file. A key begins with its area. */
    private static final List<String> AREAS = List.of("rule", "reason", "report", "plan", "request", "mojo");

    public static final Language ENGLISH = new Language(EN, Map.of());

    private final String tag;
    private final Map<String, String> translations;

    private Language(String tag, Map<String, String> translations) {
        this.tag = tag;
        this.translations = translations;
    }

    /** The language's tag as in HTML. */
    public String tag() {
        return tag;
    }

    /** The language with that tag, in any case; empty if there are no texts in it. */
    public static Optional<Language> of(String tag) {
        return TAGS.stream()
                .filter(known -> known.equalsIgnoreCase(tag))
                .findFirst()
                .map(known -> known.equals(EN) ? ENGLISH : read(known));
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
        return new Language(tag, translations);
    }

    public boolean isEnglish() {
        return translations.isEmpty();
    }

    /** The template with that key: English, or its translation. */
    public String template(String key, String english) {
        return translations.getOrDefault(key, english);
    }

    /**
     * The text with that key, with values in its places.
     *
     * @param english a {@link TextTemplate}
     * @param values the name of a place, its value, the next name, and so on
     */
    public Words words(String key, String english, Object... values) {
        return in(Message.of(key, english, values));
    }

    /** The same without the marks of code. */
    public String text(String key, String english, Object... values) {
        return words(key, english, values).toString();
    }

    /** A text with a number, which is in the place {@code {number}}; {@code one} is the English text for 1. */
    public String counted(String key, long number, String one, String many) {
        return text(key, number == 1 ? one : many, "number", number);
    }

    public Words in(Message message) {
        return TextTemplate.of(template(message.key(), message.english())).filled(message.values(), this::shown);
    }

    private Words shown(Object value) {
        if (value instanceof Words words) {
            return words;
        }
        if (value instanceof Message message) {
            return in(message);
        }
        if (value instanceof List<?> values) {
            return Words.few(values.stream().map(one -> shown(one).toString()).toList());
        }
        return Words.prose(value instanceof Number number ? Bounds.number(number.longValue()) : value.toString());
    }
}
