package io.orderloom.history;

import io.orderloom.fact.Fact;
import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.Map;

/**
 * A drawn history, and what is true at its end, counted by who drew it and not by the core.
 *
 * @param facts as they happened
 * @param truth of each line, by line id
 * @param refunded all that went back to the buyer
 * @param grown whether an edit ordered more of something
 */
public record History(
        long seed, List<Fact> facts, Map<String, Truth> truth, Amount refunded, boolean grown) {

    /**
     * @param shipped that left the house
     * @param cancelled that were given up before they left
     * @param returned that came back
     */
    public record Truth(Quantity shipped, Quantity cancelled, Quantity returned) {
        static final Truth NONE = new Truth(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

        Truth ship(Quantity units) {
            return new Truth(shipped.plus(units), cancelled, returned);
        }

        Truth cancel(Quantity units) {
            return new Truth(shipped, cancelled.plus(units), returned);
        }

        Truth comeBack(Quantity units) {
            return new Truth(shipped, cancelled, returned.plus(units));
        }
    }
}
