package io.orderloom.source;

/**
 * A flaw in a body that is not of the form that its sender's system sends.
 *
 * @param title the kind of flaw, for the sender: {@code Not JSON}
 * @param path the field, or {@code body}
 * @param line of the body, from 1
 * @param column of the line, from 1
 */
public record Malformed(String title, String path, String reason, int line, int column) {

    /** The flaw in words, for the sender. */
    @Override
    public String toString() {
        return "line %d, column %d: %s %s".formatted(line, column, path, reason);
    }
}
