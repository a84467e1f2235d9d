package io.orderloom.simulation.shop;

import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The truth at the shop: every refund that was ever given. */
public final class Till {
    private final InstantSource clock;
    private final List<Given> refunds = new ArrayList<>();

    public Till(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param visibleAt when the order's list of refunds begins to show it
     */
    public record Given(
            String reference, OrderId order, String key, Amount amount, Instant visibleAt) {}

    Given give(OrderId order, String key, Amount amount, Duration unseenFor) {
        var given =
                new Given(
                        "refund-" + (refunds.size() + 1),
                        order,
                        key,
                        amount,
                        clock.instant().plus(unseenFor));
        refunds.add(given);
        return given;
    }

    Optional<Given> visible(String key) {
        var now = clock.instant();
        return refunds.stream()
                .filter(refund -> refund.key().equals(key))
                .filter(refund -> !refund.visibleAt().isAfter(now))
                .findFirst();
    }

    public List<Given> of(OrderId order) {
        return refunds.stream().filter(refund -> refund.order().equals(order)).toList();
    }
}
