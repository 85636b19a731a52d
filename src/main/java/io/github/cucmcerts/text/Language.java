package io.github.cucmcerts.text;

import io.github.cucmcerts.text.Words.Span;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The language of the texts for people. The English texts are in the code. Each other language has one properties file for each
 * area, with the translation of each text by its key.
 */
public final class Language {
    private static final String EN = "en";
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final int FEW = 10;
    /** The tags of all languages. */
    public static final List<String> TAGS = List.of(EN, "zh-TW", "zh-CN");
    /** The areas, each with its own file. A key begins with its area. */
    private static final List<String> AREAS =
            List.of("rule", "evidence", "reason", "report", "plan", "request", "mojo");

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

    /** The name of evidence for people: {@code file name} for {@code fileName}. */
    String evidence(String name) {
        String english =
                CAPITAL.matcher(name).replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT));
        return template("evidence." + name, english);
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

    /** {@link Message#counted} in this language. */
    public String counted(String key, long number, String one, String many, Object... more) {
        return in(Message.counted(key, number, one, many, more)).toString();
    }

    public Words in(Message message) {
        return filled(TextTemplate.of(template(message.key(), message.english())), message.values(), this::shown);
    }

    /** {@link TextTemplate#filled(Map, Function)} with a template in this language. */
    public <E> Words filled(TextTemplate template, Map<String, E> values, Function<E, Words> shown) {
        Words words = template.filled(values, shown);
        return isEnglish() ? words : withoutGaps(words);
    }

    /** Between Chinese characters is no space: a place has spaces around it for Latin values. */
    private static Words withoutGaps(Words words) {
        List<Span> spans = new ArrayList<>();
        for (Span span : words.spans()) {
            String text = span.text();
            int last = spans.size() - 1;
            if (last >= 0) {
                Span before = spans.get(last);
                String stripped = before.text().stripTrailing();
                if (isWide(stripped, stripped.length() - 1) && isWide(text.stripLeading(), 0)) {
                    spans.set(last, new Span(stripped, before.code()));
                    text = text.stripLeading();
                }
            }
            spans.add(new Span(text, span.code()));
        }
        return new Words(spans);
    }

    private static boolean isWide(String text, int index) {
        return index >= 0 && index < text.length() && Cells.isWide(text.charAt(index));
    }

    private Words shown(Object value) {
        if (value instanceof Words words) {
            return words;
        }
        if (value instanceof Message message) {
            return in(message);
        }
        if (value instanceof List<?> values) {
            return few(values.stream().map(one -> shown(one).toString()).toList());
        }
        return Words.prose(value instanceof Number number ? Bounds.number(number.longValue()) : value.toString());
    }

    /**
     * Several pieces of evidence, separated by commas, or by semicolons if one of them contains a comma; if there are too many,
     * the first ones and the number of the others.
     */
    public Words codes(List<String> texts) {
        List<Words> shown = texts.stream().limit(Bounds.VALUES).map(Words::code).toList();
        Words first = hasComma(shown) ? series(shown) : listed(shown);
        return texts.size() == shown.size() ? first : andMore(first, texts.size() - shown.size());
    }

    /** A list, and how many values it leaves out. */
    public Words andMore(Words first, int more) {
        return words("report.list-and-more", "{first}, and {number} more", "first", first, "number", more);
    }

    /** The values of one piece of evidence in a sentence: the first ones, and the number of the others. */
    public Words few(List<String> values) {
        List<Words> shown = new ArrayList<>();
        for (String value : values.subList(0, Math.min(FEW, values.size()))) {
            shown.add(Words.code(value));
        }
        if (values.size() > FEW) {
            shown.add(Words.prose(more(Bounds.count(values) - FEW)));
        }
        return enumerated(shown);
    }

    /** The same with all values, unchanged, for a text that is made safe as a whole. */
    public Words whole(List<String> values) {
        int more = Bounds.leftOut(values);
        List<Words> shown = new ArrayList<>();
        for (String value : values) {
            boolean isNumber = more > 0 && shown.size() == Bounds.VALUES;
            shown.add(new Words(List.of(new Span(isNumber ? more(more) : value, true))));
        }
        return enumerated(shown);
    }

    private String more(int number) {
        return text("report.list-more", "{number} more", "number", number);
    }

    /** As in a sentence: a and b; a, b, and c. */
    private Words enumerated(List<Words> all) {
        if (all.size() < 2) {
            return listed(all);
        }
        List<Words> others = all.subList(0, all.size() - 1);
        Words last = all.get(all.size() - 1);
        if (hasComma(all)) {
            return words("report.list-series", "{first}; and {last}", "first", series(others), "last", last);
        }
        return all.size() == 2
                ? words("report.list-pair", "{first} and {last}", "first", listed(others), "last", last)
                : words("report.list-of-several", "{first}, and {last}", "first", listed(others), "last", last);
    }

    /** A comma in a name must not look like the end of that name. */
    private static boolean hasComma(List<Words> all) {
        return all.stream()
                .flatMap(words -> words.spans().stream())
                .anyMatch(span -> span.code() && span.text().contains(","));
    }

    /** The words, separated by commas. */
    public Words listed(List<Words> all) {
        return joined(all, comma());
    }

    /** The words, separated by semicolons. */
    public Words series(List<Words> all) {
        return joined(all, semicolon());
    }

    /** Joins with commas. */
    public Collector<CharSequence, ?, String> commas() {
        return Collectors.joining(comma());
    }

    /** Joins with semicolons. */
    public Collector<CharSequence, ?, String> semicolons() {
        return Collectors.joining(semicolon());
    }

    private String comma() {
        return text("report.list-comma", ", ");
    }

    private String semicolon() {
        return text("report.list-semicolon", "; ");
    }

    private static Words joined(List<Words> all, String separator) {
        List<Span> spans = new ArrayList<>();
        for (Words words : all) {
            if (!spans.isEmpty()) {
                spans.add(new Span(separator, false));
            }
            spans.addAll(words.spans());
        }
        return new Words(spans);
    }

    /** {@link Bounds#list(List)} for people. */
    public List<String> bounded(List<String> values) {
        List<String> shown = new ArrayList<>(Bounds.list(values));
        if (values.size() > Bounds.VALUES) {
            shown.set(Bounds.VALUES, rest(values.size() - Bounds.VALUES));
        }
        return List.copyOf(shown);
    }

    /** The last line of a list that leaves values out. */
    public String rest(long number) {
        return text("report.list-rest", "and {number} more", "number", number);
    }
}
