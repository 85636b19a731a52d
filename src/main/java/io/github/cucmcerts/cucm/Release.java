package io.github.cucmcerts.cucm;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of CUCM.
 *
 * @param name as Cisco writes it: {@code 12.5}, {@code 14SU3}
 */
public record Release(String name) {
    private static final String ALLOWED = "10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 14, 14SU1 to 14SU4, 15, 15SU1 and later";
    private static final Pattern FORM = Pattern.compile("(1[0-2]\\.[05]|14(SU[1-4])?|15(SU[1-9][0-9]?)?)");

    /**
     * Reads a release's name, in whatever case.
     *
     * @throws IllegalArgumentException with the allowed ones, where there is no such release
     */
    public static Release parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Unknown value '" + text + "' of cucm-certs.release. Allowed: " + ALLOWED);
        }
        return new Release(name);
    }

    /** Whether it is release 14 or later: from there on stores, tables and services differ. */
    public boolean isFrom14() {
        return !name.contains(".");
    }

    @Override
    public String toString() {
        return name;
    }
}
