package io.orderloom.price;

import io.orderloom.money.Amount;

/** Computes the price for the buyer when other goods go out in place of those ordered. */
public final class Substitution {
    private Substitution() {}

    /** Decides who bears the difference when the substitute costs more. */
    public enum Policy {
        /** The buyer never pays more than for what was ordered. */
        BUYER_PROTECTED,
        /** The buyer pays for the goods that go out. */
        AS_PICKED
    }

    /**
     * @param charged the amount that the buyer is charged
     * @param toBuyer the amount that the buyer had paid too much; never negative
     * @param absorbed the amount that the shop bears of a substitute that costs more; never
     *     negative
     */
    public record Settled(Amount charged, Amount toBuyer, Amount absorbed) {}

    /**
     * @param ordered the worth of the units ordered
     * @param picked the worth of the goods that go out in their place
     */
    public static Settled settle(Amount ordered, Amount picked, Policy policy) {
        var charged =
                switch (policy) {
                    case BUYER_PROTECTED -> ordered.min(picked);
                    case AS_PICKED -> picked;
                };
        return new Settled(
                charged, ordered.minus(charged).max(ordered.zero()), picked.minus(charged));
    }
}
