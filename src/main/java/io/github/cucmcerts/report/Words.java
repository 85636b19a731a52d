package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.Bounds;
import io.github.cucmcerts.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text: prose of our own, and in it what is code: typed, seen on a screen, or taken from a file. */
public record Words(List<Span> spans) {
    private static final Pattern MARK = Pattern.compile("`([^`]*)`|\\{([a-zA-Z0-9]+)\\}");
    private static final Pattern EVIDENCE = Pattern.compile("\ue000(\\d+)\ue001");
    private static final int VALUES = 10;

    /** A piece of the text. Code from files is harmless for a terminal, and shortened as {@link Bounds} says, except commands. */
    public record Span(String text, boolean code) {}

    /** Text of our own, as it is. */
    public static Words prose(String text) {
        return new Words(List.of(new Span(text, false)));
    }

    /** Evidence. */
    public static Words code(String text) {
        return new Words(List.of(new Span(Visible.of(Bounds.text(text)), true)));
    }

    /** What is to be typed: whole, however long it is. */
    public static Words command(String text) {
        return new Words(List.of(new Span(Visible.of(text), true)));
    }

    /** Several pieces of evidence, separated by commas; of many the first, and how many more there are. */
    public static Words codes(List<String> texts) {
        int more = texts.size() - Bounds.VALUES;
        Words first =
                listed(texts.stream().limit(Bounds.VALUES).map(Words::code).toList());
        return more <= 0 ? first : first.and(Words.prose(" and " + Bounds.number(more) + " more"));
    }

    /** With a comma between them. */
    public static Words listed(List<Words> all) {
        List<Span> spans = new ArrayList<>();
        for (Words words : all) {
            if (!spans.isEmpty()) {
                spans.add(new Span(", ", false));
            }
            spans.addAll(words.spans());
        }
        return new Words(spans);
    }

    /** A template, in which backquotes mark code, and {@code {name}} stands for evidence. */
    public static Words of(String template, Map<String, Words> evidence) {
        return spans(
                MARK.matcher(template),
                template,
                mark -> mark.group(1) == null
                        ? evidence.get(mark.group(2))
                        : new Words(List.of(new Span(mark.group(1), true))));
    }

    /** A text of a finding: the rule's own words as prose, the evidence in them as code. */
    public static Words of(Finding finding, Function<Finding, String> text) {
        List<Words> codes = new ArrayList<>();
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        finding.evidence().forEach((name, values) -> numbers.put(name, numbers(values, codes)));
        String numbered = text.apply(new Finding(
                finding.rule(),
                finding.severity(),
                finding.uploadSet(),
                finding.origin(),
                finding.sha256(),
                numbers,
                finding.waiver()));
        return spans(EVIDENCE.matcher(numbered), numbered, found -> codes.get(Integer.parseInt(found.group(1))));
    }

    /** Each value's number, between two characters that no rule's text has. */
    private static List<String> numbers(List<String> values, List<Words> codes) {
        List<String> numbers = new ArrayList<>();
        for (String value : values.subList(0, Math.min(VALUES, values.size()))) {
            numbers.add("\ue000" + codes.size() + "\ue001");
            codes.add(code(value));
        }
        if (values.size() > VALUES) {
            numbers.add(Bounds.number(Bounds.count(values) - VALUES) + " more");
        }
        return numbers;
    }

    private static Words spans(Matcher mark, String text, Function<MatchResult, Words> marked) {
        List<Span> spans = new ArrayList<>();
        int end = 0;
        while (mark.find()) {
            spans.add(new Span(text.substring(end, mark.start()), false));
            spans.addAll(marked.apply(mark).spans());
            end = mark.end();
        }
        spans.add(new Span(text.substring(end), false));
        return new Words(spans.stream().filter(span -> !span.text().isEmpty()).toList());
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
