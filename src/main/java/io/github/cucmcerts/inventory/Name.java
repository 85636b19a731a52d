package io.github.cucmcerts.inventory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distinguished name. Equality follows RFC 5280, section 7.1: it ignores case and repeated spaces.
 *
 * @param text the name for people, with values as RFC 4514 writes them: {@code C=MX,O=Example,CN=cucm-pub.example.com}
 * @param id equal for equal names; not for people
 * @param commonName the most specific common name
 * @param size the number of attributes
 */
public record Name(String text, String id, Optional<String> commonName, int size) {
    /** Possessive, so that no value is long enough to exhaust the stack. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<type>[^=]++)=(?<value>(?:[^\\\\,+]++|\\\\.)*+)[,+]?", Pattern.DOTALL);

    /**
     * The values by attribute type ({@code CN}, {@code OU}, or an OID if the type has no short name), as the text has
     * them.
     */
    public Map<String, Set<String>> attributes() {
        Map<String, Set<String>> attributes = new TreeMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes
                    .computeIfAbsent(attribute.group("type"), type -> new TreeSet<>())
                    .add(attribute.group("value"));
        }
        return attributes;
    }

    /** A value in the form that comparisons use: in lower case, with single spaces. */
    public static String folded(String value) {
        return value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether both names have the same attributes in the same order, character by character. */
    public boolean isWrittenAs(Name other) {
        return text.equals(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && id.equals(name.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
