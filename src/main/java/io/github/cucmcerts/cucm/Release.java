package io.github.cucmcerts.cucm;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of CUCM.
 *
 * @param name as Cisco writes it, without details that never matter here: {@code 12.5}, {@code 14SU3}
 */
public record Release(String name) implements Comparable<Release> {
    private static final Pattern NO_NUMBER = Pattern.compile("\\D+");
    private static final Release FIRST_14 = new Release("14");
    private static final int NEWEST_SU_OF_14 = 4;

    /** 12.5, 12.5(1), 12.5.1, 12.5(1)SU3: below 14, service updates make no difference. */
    private static final Pattern BELOW_14 =
            Pattern.compile("(?<release>1[0-2]\\.[05])(\\(1\\)|\\.1)?(SU[0-9]+[A-Z]?)?");
    /**
     * The version that the web page and {@code show version active} show: in 14.0.1.13900-155 the 3 is the service
     * update.
     */
    private static final Pattern VERSION =
            Pattern.compile("(?<release>1[0-2]\\.[05]|1[45]\\.0)\\.1\\.1(?<su>[0-9])[0-9]{3}(-[0-9]+)?");

    private static final Pattern FROM_14 =
            Pattern.compile("(?<release>1[45])(\\.0)?(\\(1\\)|\\.1)?(SU(?<su>[0-9]{1,2})[A-Z]?)?");

    /**
     * Reads a release's name as Cisco writes it; case does not matter.
     *
     * @throws IllegalArgumentException if there is no such release
     */
    public static Release parse(String text) {
        String name = text.replace(" ", "").toUpperCase(Locale.ROOT);
        Matcher below14 = BELOW_14.matcher(name);
        if (below14.matches()) {
            return new Release(below14.group("release"));
        }
        for (Pattern form : new Pattern[] {VERSION, FROM_14}) {
            Matcher matcher = form.matcher(name);
            if (matcher.matches()) {
                return of(matcher.group("release").replace(".0", ""), matcher.group("su"));
            }
        }
        throw new IllegalArgumentException(text);
    }

    /**
     * @param serviceUpdate null or 0 for none
     */
    private static Release of(String release, String serviceUpdate) {
        int number = serviceUpdate == null ? 0 : Integer.parseInt(serviceUpdate);
        boolean makesNoDifference = number == 0 || release.contains(".");
        return new Release(makesNoDifference ? release : release + "SU" + number);
    }

    /** The newest known release of 14 for a newer one of 14; otherwise this release. */
    public Release known() {
        Release newest = new Release("14SU" + NEWEST_SU_OF_14);
        return name.startsWith("14") && compareTo(newest) > 0 ? newest : this;
    }

    /** Whether it is release 14 or later, which has other stores, tables, and services. */
    public boolean isFrom14() {
        return compareTo(FIRST_14) >= 0;
    }

    /** Orders from the oldest to the newest: 12.5, 14, 14SU1. */
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
