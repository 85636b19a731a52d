package io.github.cucmcerts.cucm;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of CUCM.
 *
 * @param name as Cisco writes it: {@code 12.5}, {@code 14SU3}
 */
public record Release(String name) implements Comparable<Release> {
    private static final String ALLOWED = "10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 14, 14SU1 to 14SU4, 15, 15SU1 and later";
    private static final Pattern NO_NUMBER = Pattern.compile("\\D+");
    private static final Release FIRST_14 = new Release("14");
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
        return compareTo(FIRST_14) >= 0;
    }

    /** From the oldest to the newest: 12.5, 14, 14SU1. */
    @Override
    public int compareTo(Release other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    private int[] numbers() {
        return NO_NUMBER.splitAsStream(name).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
