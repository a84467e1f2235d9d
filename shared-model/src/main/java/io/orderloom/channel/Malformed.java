package io.orderloom.channel;

/**
 * A flaw in a body that is not of the form that its platform sends.
 *
 * @param path the field, or {@code body}
 * @param line of the body, from 1
 * @param column of the line, from 1
 */
public record Malformed(String path, String reason, int line, int column) {

    /** The flaw in words, for the sender. */
    @Override
    public String toString() {
        return "line %d, column %d: %s %s".formatted(line, column, path, reason);
    }
}
