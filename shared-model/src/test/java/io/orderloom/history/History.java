package io.orderloom.history;

import io.orderloom.fact.Fact;
import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.Map;

/**
 * A random history, and the truth at its end, which is counted by the world that made it and not by
 * the core.
 *
 * @param facts in the order in which they happened
 * @param truth the truth about each line, by line id
 * @param refunded all the money that went back to the buyer
 * @param grown whether an edit ordered more of something
 */
public record History(
        long seed, List<Fact> facts, Map<String, Truth> truth, Amount refunded, boolean grown) {

    /**
     * @param shipped the units that left the warehouse
     * @param cancelled the units that were given up before they left
     * @param returned the units that came back
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
