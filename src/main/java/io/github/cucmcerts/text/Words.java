package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A text of prose and code. Code is what people type, what a screen shows, or what comes from a file. */
public record Words(List<Span> spans) {
    public static final Words NONE = new Words(List.of());

    private static final int FEW = 10;

    /** A piece of the text. Code is safe for a terminal, and shortened by {@link Bounds} unless it is a command. */
    public record Span(String text, boolean code) {}

    /** Prose, as it is. */
    public static Words prose(String text) {
        return new Words(List.of(new Span(text, false)));
    }

    /** Evidence. */
    public static Words code(String text) {
        return new Words(List.of(new Span(Visible.of(Bounds.text(text)), true)));
    }

    /** A command to type, never shortened. */
    public static Words command(String text) {
        return new Words(List.of(new Span(Visible.of(text), true)));
    }

    /**
     * Several pieces of evidence, separated by commas, or by semicolons if one of them contains a comma; if there are too many,
     * the first ones and the number of the others.
     */
    public static Words codes(List<String> texts) {
        int more = texts.size() - Bounds.VALUES;
        List<Words> shown = texts.stream().limit(Bounds.VALUES).map(Words::code).toList();
        Words first = joined(shown, separator(shown));
        return more <= 0 ? first : first.and(Words.prose(", and " + Bounds.number(more) + " more"));
    }

    /** The words, separated by commas. */
    public static Words listed(List<Words> all) {
        return joined(all, ", ");
    }

    /** The values of one piece of evidence in a sentence: the first ones, and the number of the others. */
    public static Words few(List<String> values) {
        List<Words> shown = new ArrayList<>();
        for (String value : values.subList(0, Math.min(FEW, values.size()))) {
            shown.add(code(value));
        }
        if (values.size() > FEW) {
            shown.add(prose(Bounds.number(Bounds.count(values) - FEW) + " more"));
        }
        return enumerated(shown);
    }

    /** The same with all values, unchanged, for a text that is made safe as a whole. */
    public static Words whole(List<String> values) {
        List<Words> shown = new ArrayList<>();
        for (String value : values) {
            boolean isNumber = shown.size() == Bounds.VALUES;
            String text = isNumber ? value.replaceFirst("^and ", "") : value;
            shown.add(new Words(List.of(new Span(text, true))));
        }
        return enumerated(shown);
    }

    /** As in a sentence: a and b; a, b, and c. */
    private static Words enumerated(List<Words> all) {
        if (all.size() < 2) {
            return joined(all, "");
        }
        String separator = separator(all);
        Words first = joined(all.subList(0, all.size() - 1), separator);
        boolean isPair = all.size() == 2 && separator.equals(", ");
        return first.and(prose(isPair ? " and " : separator + "and ")).and(all.get(all.size() - 1));
    }

    /** A comma in a name must not look like the end of that name. */
    private static String separator(List<Words> all) {
        return all.stream()
                        .flatMap(words -> words.spans().stream())
                        .anyMatch(span -> span.code() && span.text().contains(","))
                ? "; "
                : ", ";
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

    public Words and(Words more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans());
        return new Words(all);
    }

    /** The text without marks. */
    @Override
    public String toString() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
