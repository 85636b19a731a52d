package io.github.cucmcerts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits how much of a value is shown, and how many values: without limits, a hostile directory could fill a disk with reports. */
public final class Bounds {
    /** The maximum number of characters of a value. */
    public static final int VALUE = 1_000;

    /** The maximum number of values of a list. */
    public static final int VALUES = 50;

    private static final String MARK = "… (";
    private static final String CHARACTERS = " characters)";
    private static final int LONGEST_MARK = MARK.length() + "2,147,483,647".length() + CHARACTERS.length();
    private static final Pattern MORE = Pattern.compile("and ([0-9,]+) more");

    private Bounds() {}

    /** The value; if it is too long, its beginning and its length. A shortened value stays as it is. */
    public static String text(String value) {
        if (value.length() <= VALUE || isShortened(value)) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(VALUE - 1)) ? VALUE - 1 : VALUE;
        return value.substring(0, end) + MARK + number(value.length()) + CHARACTERS;
    }

    private static boolean isShortened(String value) {
        int mark = value.indexOf(MARK, VALUE - 1);
        return (mark == VALUE - 1 || mark == VALUE)
                && value.length() <= VALUE + LONGEST_MARK
                && value.endsWith(CHARACTERS);
    }

    /** The values, each shortened; if there are too many, the first ones and the number of the others. */
    public static List<String> list(List<String> values) {
        return list(values, values.size());
    }

    /**
     * The same, if not all values were looked up.
     *
     * @param first all values, or at least as many as are shown
     * @param all how many there are
     */
    public static List<String> list(List<String> first, int all) {
        List<String> shown = new ArrayList<>();
        for (String value : first.subList(0, Math.min(VALUES, first.size()))) {
            shown.add(text(value));
        }
        if (all > VALUES) {
            shown.add("and " + number(all - VALUES) + " more");
        }
        return List.copyOf(shown);
    }

    /** How many values a list had before it was bounded. */
    static int count(List<String> bounded) {
        int more = leftOut(bounded);
        return more == 0 ? bounded.size() : VALUES + more;
    }

    /** The number of values that a list left out when it was bounded. */
    static int leftOut(List<String> bounded) {
        if (bounded.size() != VALUES + 1) {
            return 0;
        }
        Matcher more = MORE.matcher(bounded.get(VALUES));
        return more.matches() ? Integer.parseInt(more.group(1).replace(",", "")) : 0;
    }

    /** A number for people: {@code 1,048,576}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
