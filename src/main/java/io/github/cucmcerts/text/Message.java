package io.github.cucmcerts.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text for people that is not yet in a language.
 *
 * @param key its area and its name there, as in the files of translations
 * @param english a {@link TextTemplate}
 * @param values by the names of their places: a {@link Words}, another message, a number, text as it is, or a list of values
 */
public record Message(String key, String english, Map<String, Object> values) {
    /**
     * A text.
     *
     * @param values the name of a place, its value, the next name, and so on
     */
    public static Message of(String key, String english, Object... values) {
        Map<String, Object> places = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            places.put((String) values[i], values[i + 1]);
        }
        return new Message(key, english, Collections.unmodifiableMap(places));
    }

    /**
     * A text with a number, which is in the place {@code {number}}; {@code one} is the English text for 1.
     *
     * @param more further values, as for {@link #of}
     */
    public static Message counted(String key, long number, String one, String many, Object... more) {
        Object[] values =
                Stream.concat(Stream.of("number", number), Stream.of(more)).toArray();
        return of(key, number == 1 ? one : many, values);
    }

    /** The same with a value in one more place. */
    public Message with(String name, Object value) {
        Map<String, Object> places = new LinkedHashMap<>(values);
        places.put(name, value);
        return new Message(key, english, Collections.unmodifiableMap(places));
    }

    /** A value, which is the same in every language. */
    public static Message value(String text) {
        return of("", "{value}", "value", text);
    }

    /** The English text. */
    @Override
    public String toString() {
        return Language.ENGLISH.in(this).toString();
    }
}
