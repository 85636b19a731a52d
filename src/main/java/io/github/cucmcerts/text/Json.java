package io.github.cucmcerts.text;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** JSON that people can read, the same on every system. */
public final class Json {
    private Json() {}

    public static JsonWriter to(Writer writer) {
        JsonWriter json = new JsonWriter(new Harmless(writer));
        json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
        return json;
    }

    /**
     * Escapes what could do harm if somebody prints the file to a log: bidirectional marks, half surrogate pairs, the beginning of
     * a runner's command (see {@link Visible}). These occur only in strings, so the values stay the same.
     */
    private static final class Harmless extends FilterWriter {
        private char before;

        Harmless(Writer writer) {
            super(writer);
        }

        @Override
        public void write(int c) throws IOException {
            boolean command = c == '#' && before == '#';
            before = (char) c;
            if (command || c >= 0x7f && isInvisible((char) c)) {
                out.write(String.format("\\u%04x", c));
            } else {
                out.write(c);
            }
        }

        private static boolean isInvisible(char c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
                default -> false;
            };
        }

        @Override
        public void write(char[] text, int from, int count) throws IOException {
            write(new String(text, from, count), 0, count);
        }

        @Override
        public void write(String text, int from, int count) throws IOException {
            if (isPlain(text, from, count)) {
                before = 0;
                out.write(text, from, count);
                return;
            }
            for (int i = from; i < from + count; i++) {
                write(text.charAt(i));
            }
        }

        private static boolean isPlain(String text, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (text.charAt(i) >= 0x7f || text.charAt(i) == '#') {
                    return false;
                }
            }
            return count > 0;
        }
    }
}
