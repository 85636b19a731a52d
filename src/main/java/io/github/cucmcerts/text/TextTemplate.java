package io.github.cucmcerts.text;

import io.github.cucmcerts.text.Words.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for evidence: evidence replaces {@code {name}}, {@code [...]} is left out if evidence that it names is
 * missing, and backquotes mark code.
 */
public final class TextTemplate {
    private static final Pattern MARK = Pattern.compile("`([^`]*)`|\\{([a-zA-Z0-9]+)\\}|\\[([^\\]]*)\\]");

    private enum Kind {
        PROSE,
        CODE,
        /** The text is the name of the evidence. */
        EVIDENCE,
        /** The text is a template itself. */
        OPTIONAL
    }

    private record Part(Kind kind, String text) {}

    private final List<Part> parts;

    private TextTemplate(List<Part> parts) {
        this.parts = parts;
    }

    public static TextTemplate of(String text) {
        if (text.indexOf('{') < 0 && text.indexOf('[') < 0 && text.indexOf('`') < 0) {
            return new TextTemplate(text.isEmpty() ? List.of() : List.of(new Part(Kind.PROSE, text)));
        }
        List<Part> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int end = 0;
        while (mark.find()) {
            if (mark.start() > end) {
                parts.add(new Part(Kind.PROSE, text.substring(end, mark.start())));
            }
            if (mark.group(1) != null) {
                parts.add(new Part(Kind.CODE, mark.group(1)));
            } else if (mark.group(2) != null) {
                parts.add(new Part(Kind.EVIDENCE, mark.group(2)));
            } else {
                parts.add(new Part(Kind.OPTIONAL, mark.group(3)));
            }
            end = mark.end();
        }
        if (end < text.length()) {
            parts.add(new Part(Kind.PROSE, text.substring(end)));
        }
        return new TextTemplate(parts);
    }

    /** The text with the evidence in its places; marks in the evidence have no effect. */
    public Words filled(Map<String, Words> evidence) {
        return filled(evidence, words -> words);
    }

    /**
     * The same.
     *
     * @param shown how the evidence of one name is shown
     */
    public <E> Words filled(Map<String, E> evidence, Function<E, Words> shown) {
        List<Span> spans = new ArrayList<>();
        for (Part part : parts) {
            switch (part.kind()) {
                case PROSE -> spans.add(new Span(part.text(), false));
                case CODE -> spans.add(new Span(part.text(), true));
                case EVIDENCE -> {
                    if (evidence.containsKey(part.text())) {
                        spans.addAll(shown.apply(evidence.get(part.text())).spans());
                    }
                }
                case OPTIONAL -> {
                    TextTemplate optional = of(part.text());
                    if (optional.isComplete(evidence.keySet())) {
                        spans.addAll(optional.filled(evidence, shown).spans());
                    }
                }
            }
        }
        spans.removeIf(span -> span.text().isEmpty());
        return new Words(spans);
    }

    /** Whether there is evidence for every place, including those in optional parts. */
    public boolean isComplete(Set<String> evidence) {
        for (Part part : parts) {
            boolean isMissing = switch (part.kind()) {
                case PROSE, CODE -> false;
                case EVIDENCE -> !evidence.contains(part.text());
                case OPTIONAL -> !of(part.text()).isComplete(evidence);
            };
            if (isMissing) {
                return false;
            }
        }
        return true;
    }

    /** The text for people: it has every optional part, and {@code <file name>} replaces {@code {fileName}}, in the language. */
    public Words explained(Language language) {
        List<Span> spans = new ArrayList<>();
        for (Words piece : sentences(language)) {
            if (!spans.isEmpty()) {
                spans.add(new Span(" ", false));
            }
            spans.addAll(piece.spans());
        }
        return new Words(spans);
    }

    /** The same in pieces: an optional part that ends with a full stop is a piece of its own. */
    public List<Words> sentences(Language language) {
        List<Words> pieces = new ArrayList<>();
        List<Span> piece = new ArrayList<>();
        for (Part part : parts) {
            if (part.kind() == Kind.OPTIONAL && part.text().strip().endsWith(".")) {
                addStripped(piece, pieces);
                addStripped(of(part.text()).explained(language).spans(), pieces);
                piece = new ArrayList<>();
            } else {
                piece.addAll(explained(part, language));
            }
        }
        addStripped(piece, pieces);
        return pieces;
    }

    private static List<Span> explained(Part part, Language language) {
        return switch (part.kind()) {
            case PROSE -> List.of(new Span(part.text(), false));
            case CODE -> List.of(new Span(part.text(), true));
            case EVIDENCE -> List.of(new Span("<" + language.evidence(part.text()) + ">", false));
            case OPTIONAL ->
                of(part.text()).parts.stream()
                        .flatMap(inner -> explained(inner, language).stream())
                        .toList();
        };
    }

    /** Adds the piece without the spaces around it, unless nothing else is in it. */
    private static void addStripped(List<Span> piece, List<Words> pieces) {
        List<Span> spans = new ArrayList<>(piece);
        if (!spans.isEmpty()) {
            spans.set(
                    0, new Span(spans.get(0).text().stripLeading(), spans.get(0).code()));
            int last = spans.size() - 1;
            spans.set(
                    last,
                    new Span(
                            spans.get(last).text().stripTrailing(),
                            spans.get(last).code()));
            spans.removeIf(span -> span.text().isEmpty());
        }
        if (!spans.isEmpty()) {
            pieces.add(new Words(spans));
        }
    }
}
