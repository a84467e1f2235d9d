package io.orderloom.price;

import io.orderloom.money.Amount;

/** What the buyer pays when other goods go out in the place of those ordered. */
public final class Substitution {
    private Substitution() {}

    /** Who bears it when the substitute is dearer. */
    public enum Policy {
        /** The buyer never pays more than for what was ordered. */
        BUYER_PROTECTED,
        /** The buyer pays what goes out. */
        AS_PICKED
    }

    /**
     * @param charged to the buyer
     * @param toBuyer what the buyer paid too much by then; never negative
     * @param absorbed what the shop bears of a dearer substitute; never negative
     */
    public record Settled(Amount charged, Amount toBuyer, Amount absorbed) {}

    /**
     * @param ordered the worth of the units ordered
     * @param picked the worth of what goes out in their place
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
