package io.orderloom.order;

import io.orderloom.money.Amount;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One tax on one line or charge, as the source states it.
 *
 * @param jurisdiction the tax's name as its authority or engine gives it, for example {@code NY
 *     State Tax}
 * @param rate a fraction: 0.08875 is 8.875 %
 * @param included whether the amount is already in the price
 * @param base the amount that the rate was applied to, where the source states it
 */
public record TaxLine(
        String jurisdiction,
        BigDecimal rate,
        Amount amount,
        boolean included,
        Collector collectedBy,
        Optional<Amount> base) {

    /** A tax of which the source states no base. */
    public TaxLine(
            String jurisdiction,
            BigDecimal rate,
            Amount amount,
            boolean included,
            Collector collectedBy) {
        this(jurisdiction, rate, amount, included, collectedBy, Optional.empty());
    }

    /**
     * The party that pays the tax to the authority. Tax that a marketplace collects is not the
     * merchant's to book.
     */
    public enum Collector {
        MERCHANT,
        MARKETPLACE
    }
}
