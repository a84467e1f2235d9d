package io.orderloom.order;

import io.orderloom.money.Amount;
import java.util.Optional;

/**
 * A reason for a lower price, whose amount is spread over lines and charges by {@link
 * DiscountAllocation}s.
 *
 * @param index its place on the order, to which allocations refer
 * @param amount the sum of its allocations
 */
public record DiscountApplication(
        int index,
        Optional<String> code,
        String title,
        Target target,
        Funding funding,
        Amount amount) {

    public enum Target {
        LINE,
        SHIPPING
    }

    public enum Funding {
        MERCHANT,
        MARKETPLACE
    }
}
