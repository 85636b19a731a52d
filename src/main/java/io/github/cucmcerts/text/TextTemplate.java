package io.github.cucmcerts.text;

import io.github.cucmcerts.text.Words.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of our own with places for evidence: {@code {name}} stands for evidence, {@code [...]} is left out where evidence named
 * in it is missing, and backquotes mark code.
 */
public final class TextTemplate {
    private static final Pattern MARK = Pattern.compile("`([^`]*)`|\\{([a-zA-Z0-9]+)\\}|\\[([^\\]]*)\\]");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

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

    /** The text with the evidence in its places; nothing in the evidence is a mark. */
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

    /** Whether there is evidence for every place, those in optional parts included. */
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

    /** The text for people: every part of it is there, and {@code <file name>} stands for {@code {fileName}}. */
    public String explained() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            boolean begins = part.kind() == Kind.OPTIONAL
                    && Character.isUpperCase(part.text().charAt(0));
            if (begins && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(". "); // of a finding only one of such sentences is told
            }
            text.append(
                    switch (part.kind()) {
                        case PROSE, CODE -> part.text();
                        case EVIDENCE -> "<" + words(part.text()) + ">";
                        case OPTIONAL -> of(part.text()).explained();
                    });
        }
        return text.toString();
    }

    private static String words(String name) {
        return CAPITAL.matcher(name).replaceAll(letter -> " " + letter.group().toLowerCase(Locale.ROOT));
    }
}
