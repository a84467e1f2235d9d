package io.orderloom.source;

import io.orderloom.fact.Fact;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import java.util.List;

/**
 * All that a payload says of one order. The canonical document is part of the fact that places or
 * edits it.
 *
 * @param facts in the order in which they happened; at least one
 * @param personalData of the order's buyer, where the payload holds it
 */
public record Statement(OrderId order, List<Fact> facts, PersonalData personalData) {

    /**
     * @throws IllegalArgumentException if there is no fact, or one of another order
     */
    public Statement {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("a statement of %s has no fact".formatted(order));
        }
        for (var fact : facts) {
            if (!fact.orderId().equals(order)) {
                throw new IllegalArgumentException(
                        "a statement of %s holds a fact of %s".formatted(order, fact.orderId()));
            }
        }
    }

    /** A statement of the order that the facts are about, of which there is at least one. */
    public static Statement of(List<Fact> facts, PersonalData personalData) {
        return new Statement(facts.getFirst().orderId(), facts, personalData);
    }
}
