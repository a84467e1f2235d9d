package io.orderloom.simulation.shop;

import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The truth at the shop: every refund that was ever given. */
public final class PaymentBook {
    private final InstantSource clock;
    private final Map<OrderId, List<Given>> refunds = new HashMap<>();
    private final Map<String, Given> underKeys = new HashMap<>();
    private final Set<OrderId> refused = new HashSet<>();
    private int given;

    public PaymentBook(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param visibleAt when the order's list of refunds begins to show it
     */
    public record Given(
            String reference,
            OrderId order,
            String key,
            Amount amount,
            Instant givenAt,
            Instant visibleAt) {}

    Given give(OrderId order, String key, Amount amount, Duration unseenFor) {
        var now = clock.instant();
        var refund =
                new Given(Integer.toString(++given), order, key, amount, now, now.plus(unseenFor));
        refunds.computeIfAbsent(order, _ -> new ArrayList<>()).add(refund);
        return refund;
    }

    /** Notes that a refund of the order was refused for good. */
    void refuse(OrderId order) {
        refused.add(order);
    }

    /** Returns whether the shop ever refused a refund of the order. */
    public boolean hasRefused(OrderId order) {
        return refused.contains(order);
    }

    /** Returns whether the shop ever refused any refund. */
    public boolean hasRefused() {
        return !refused.isEmpty();
    }

    Optional<Given> visible(OrderId order, String key) {
        var now = clock.instant();
        return of(order).stream()
                .filter(refund -> refund.key().equals(key))
                .filter(refund -> !refund.visibleAt().isAfter(now))
                .findFirst();
    }

    /** The order's refunds that its list shows by now. */
    List<Given> visible(OrderId order) {
        var now = clock.instant();
        return of(order).stream().filter(refund -> !refund.visibleAt().isAfter(now)).toList();
    }

    /** The part of the payment that is not refunded yet, counting visible and hidden refunds. */
    Money left(OrderId order, Money paid) {
        return of(order).stream()
                .map(refund -> refund.amount().transaction())
                .reduce(paid, Money::minus);
    }

    /** Keeps the idempotency key under which the refund was given, if it was given. */
    void remember(OrderId order, String key, String idempotencyKey) {
        of(order).stream()
                .filter(refund -> refund.key().equals(key))
                .findFirst()
                .ifPresent(refund -> underKeys.putIfAbsent(idempotencyKey, refund));
    }

    Optional<Given> under(String idempotencyKey) {
        return Optional.ofNullable(underKeys.get(idempotencyKey));
    }

    public List<Given> of(OrderId order) {
        return List.copyOf(refunds.getOrDefault(order, List.of()));
    }
}
