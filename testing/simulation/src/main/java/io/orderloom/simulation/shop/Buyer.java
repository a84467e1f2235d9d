package io.orderloom.simulation.shop;

import java.util.Optional;

/**
 * Who bought. Every value bears a mark that is nobody else's, in this run or any other that runs
 * beside it: wherever the mark is found, something personal of this buyer is.
 */
public record Buyer(String mark) {
    /** Begins every mark, so that one look at a text tells whether anything personal is in it. */
    public static final String MARK = "Persona";

    static Buyer of(long seed, String instance, long order) {
        return new Buyer(marksOf(seed) + instance.replace("-", "") + "x" + order);
    }

    /** What the marks of all buyers of a world begin with. */
    public static String marksOf(long seed) {
        return "%s%xx".formatted(MARK, seed);
    }

    public String firstName() {
        return "Ada";
    }

    public String lastName() {
        return mark;
    }

    public String name() {
        return firstName() + " " + lastName();
    }

    public String email() {
        return mark + "@example.org";
    }

    public String street() {
        return "1 " + mark + " Lane";
    }

    public String city() {
        return "Anytown";
    }

    /** Whose mark a text bears, if anybody's. */
    public static Optional<String> markIn(String text) {
        int from = text.indexOf(MARK);
        if (from < 0) {
            return Optional.empty();
        }
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return Optional.of(text.substring(from, to));
    }
}
