package io.orderloom.cdk;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known word was meant by an unknown one. */
final class Nearest {
    private static final int FEWEST = 2;

    private Nearest() {}

    /** The known word with the smallest distance, unless that is too large. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(
                        Comparator.comparingInt((String one) -> distance(word, one))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(one -> distance(word, one) <= Math.max(FEWEST, word.length() / 3));
    }

    /** Levenshtein's distance: the number of letters to insert, delete or replace. */
    private static int distance(String from, String to) {
        var above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            var line = new int[to.length() + 1];
            line[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = same(from.charAt(row - 1), to.charAt(column - 1)) ? 0 : 1;
                line[column] =
                        Math.min(
                                above[column - 1] + changed,
                                Math.min(above[column], line[column - 1]) + 1);
            }
            above = line;
        }
        return above[to.length()];
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
