package io.github.cucmcerts.cucm;

import java.util.Locale;
import java.util.regex.Pattern;

/** A host name or address of a cluster node. Case does not matter, nor does one trailing dot. */
public record NodeName(String value) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    public NodeName {
        value = value.strip();
        value = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    }

    /** Whether both name one node: a name without a dot equals the first label of one with dots. */
    public boolean sameAs(NodeName other) {
        String mine = key();
        String theirs = other.key();
        return mine.equals(theirs)
                || !isAddress()
                        && !other.isAddress()
                        && mine.contains(".") != theirs.contains(".")
                        && firstLabel(mine).equals(firstLabel(theirs));
    }

    private boolean isAddress() {
        return ADDRESS.matcher(value).matches();
    }

    private String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    private static String firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    @Override
    public String toString() {
        return value;
    }
}
