package io.github.cucmcerts.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the subject alternative name (RFC 5280, section 4.2.1.6), of any GeneralName kind.
 *
 * @param value the name as the certificate or CSR has it
 * @param key equal for equal entries: DNS names ignore case and one trailing dot, IP addresses compare by value
 */
public record SanEntry(Kind kind, String value, String key) {
    /** Possessive, so that no number of labels exhausts the stack. */
    private static final Pattern LABELS =
            Pattern.compile("(?:\\*\\.)?+[A-Za-z0-9_-]{1,63}+(?:\\.[A-Za-z0-9_-]{1,63}+)*+\\.?+");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}\\.?");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]++");

    /** The kinds, spelled as in openssl. */
    public enum Kind {
        DNS("DNS"),
        IP("IP"),
        EMAIL("email"),
        URI("URI"),
        DIRECTORY("dirName"),
        REGISTERED_ID("RID"),
        OTHER("otherName"),
        UNDECODED("undecoded");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isWildcard() {
        return kind == Kind.DNS && value.indexOf('*') >= 0;
    }

    /** Whether the entry is this DNS name; case does not matter. A wildcard equals only itself. */
    public boolean isDnsName(String name) {
        return kind == Kind.DNS && key.equals(Kind.DNS.label + ":" + name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the value is not a name of its kind: a blank, a URL or an address as a DNS name, or characters outside
     * ASCII.
     */
    public boolean isMalformed() {
        return switch (kind) {
            case DNS -> !LABELS.matcher(value).matches() || IPV4.matcher(value).matches();
            case IP -> value.startsWith("#");
            case EMAIL -> !VISIBLE.matcher(value).matches() || !isAddress(value);
            case URI -> !value.matches("[A-Za-z][A-Za-z0-9+.-]*+:[\\x21-\\x7e]++");
            case UNDECODED -> true;
            default -> false;
        };
    }

    /** Whether something precedes and follows the at sign. */
    private static boolean isAddress(String email) {
        int at = email.indexOf('@', 1);
        return at > 0 && at < email.length() - 1;
    }

    /** The host name or address of the entry; empty for any other kind. */
    public Optional<String> host() {
        return kind == Kind.DNS || kind == Kind.IP ? Optional.of(value) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind.label + ":" + value;
    }
}
