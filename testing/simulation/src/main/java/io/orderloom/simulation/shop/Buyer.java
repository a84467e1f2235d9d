package io.orderloom.simulation.shop;

import java.util.Optional;

/**
 * The buyer of an order. Every value contains a mark that belongs to this buyer alone, in this run
 * and all others that run in parallel: wherever the mark is found, there is personal data of this
 * buyer.
 */
public record Buyer(String mark) {
    /** The start of every mark, by which one search finds any personal data. */
    public static final String MARK = "Persona";

    static Buyer of(long seed, String instance, long order) {
        return new Buyer(marksOf(seed) + instance.replace("-", "") + "x" + order);
    }

    /** The start of the marks of all buyers of one world. */
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

    /** The mark in the text, if there is one. */
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
