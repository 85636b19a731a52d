package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.List;

/** A text of prose and code. Code is what people type, what a screen shows, or what comes from a file. */
public record Words(List<Span> spans) {
    public static final Words NONE = new Words(List.of());

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

    public Words and(Words more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans());
        return new Words(all);
    }

    /** The text without marks. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text);
        }
        return text.toString();
    }
}
