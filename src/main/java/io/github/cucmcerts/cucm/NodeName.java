package io.github.cucmcerts.cucm;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A host name or address of a cluster node. Case does not matter, nor does one trailing dot, nor how an address is written. */
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

    /** Whether it is an address, not a name. */
    public boolean isAddress() {
        return ADDRESS.matcher(value).matches();
    }

    private String key() {
        String folded = value.toLowerCase(Locale.ROOT);
        if (!folded.contains(":")) {
            return folded;
        }
        try {
            return InetAddress.getByName(folded).getHostAddress(); // with a colon an address: no name is looked up
        } catch (UnknownHostException e) {
            return folded;
        }
    }

    /** The first label of a name, or the address: two that name one node have the same. */
    public String label() {
        return isAddress() ? key() : firstLabel(key());
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
