package io.orderloom.contract.compat;

/**
 * A change of a schema after which a reader can't read a message.
 *
 * @param field the place, for example {@code lines[].quantity} or {@code (order-placed).order}
 * @param reason the trouble, and the side that has it
 */
public record Break(String field, Rule rule, ReadDirection reading, String reason) {

    @Override
    public String toString() {
        return "%s: %s [%s]".formatted(field, reason, rule.label());
    }
}
