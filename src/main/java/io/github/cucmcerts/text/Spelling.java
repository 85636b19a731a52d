package io.github.cucmcerts.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Counts typing mistakes between words: letters that are missing, added, wrong, or swapped with their neighbour. */
public final class Spelling {
    private static final int LONG_WORD = 7;

    private Spelling() {}

    /** The least number of mistakes from one word to the other, ignoring case (optimal string alignment). */
    public static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
                least = Math.min(least, distances[i - 1][j - 1] + (same ? 0 : 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                distances[i][j] = swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
            }
        }
        return distances[a.length()][b.length()];
    }

    /** The nearest of the known words, the first if there are several; empty if no word is known. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The known word that is probably meant: one mistake away, or two if it has more than seven letters. */
    public static Optional<String> meant(String word, Collection<String> known) {
        return nearest(word, known)
                .filter(candidate -> distance(word, candidate) <= (candidate.length() > LONG_WORD ? 2 : 1));
    }
}
