package io.orderloom.simulation.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.channel.Refunds.Failed;
import io.orderloom.channel.Refunds.RefundAnswer;
import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.channel.Refunds.Settled;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.source.SourceInstance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One shop's refunds as its Admin API has them, as seen by one process. */
public final class RefundDesk {
    private static final String GATEWAY = "shopify_payments";
    private static final String CANCELLED_AT = "2026-11-23T09:00:00Z";
    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]]+)]$");
    private static final Fault LIMITED = new Fault.RateLimited(Duration.ofSeconds(4), "throttled");

    private final SourceInstance settings;
    private final SimulatedRefunds refunds;
    private final PaymentBook till;
    private final Function<OrderId, Optional<SimulatedOrder>> orders;
    private final Boundaries boundaries;
    private final Supplier<RefundTrouble> trouble;
    private final Supplier<Optional<Fault>> closed;

    /**
     * @param settings of the shop
     * @param refunds how the shop takes a request for a refund
     * @param orders the orders of the shop
     * @param trouble called once for each request that only reads
     * @param closed the fault with which the shop rejects every call at the moment, or empty
     */
    public RefundDesk(
            SourceInstance settings,
            SimulatedRefunds refunds,
            PaymentBook till,
            Function<OrderId, Optional<SimulatedOrder>> orders,
            Boundaries boundaries,
            Supplier<RefundTrouble> trouble,
            Supplier<Optional<Fault>> closed) {
        this.settings = settings;
        this.refunds = refunds;
        this.till = till;
        this.orders = orders;
        this.boundaries = boundaries;
        this.trouble = trouble;
        this.closed = closed;
    }

    /** The result of reading an order. */
    public sealed interface Looked {
        record Shown(Map<String, Object> order) implements Looked {}

        record Unknown() implements Looked {}

        record Missed(Fault fault) implements Looked {}
    }

    public Looked look(String id) {
        var refusal = closed.get();
        if (refusal.isPresent()) {
            return boundaries.cross(
                    Boundary.REFUND,
                    () -> "look at %s [%s]".formatted(id, refusal.get().detail()),
                    () -> new Looked.Missed(refusal.get()));
        }
        var next = trouble.get();
        var order = new OrderId(settings.name(), id);
        return boundaries.cross(
                Boundary.REFUND,
                () -> "look at " + order + (next == RefundTrouble.NONE ? "" : " " + next),
                () ->
                        switch (next) {
                            case NONE, SEEN_LATE, REFUSED ->
                                    orders.apply(order)
                                            .<Looked>map(
                                                    sold -> new Looked.Shown(shown(order, sold)))
                                            .orElseGet(Looked.Unknown::new);
                            case RATE_LIMITED -> new Looked.Missed(LIMITED);
                            case UNAVAILABLE -> new Looked.Missed(new Fault.Transient("HTTP 503"));
                            case LOST_BEFORE, LOST_AFTER ->
                                    new Looked.Missed(new Fault.InDoubt("no answer"));
                        });
    }

    /** The refunds that are visible by now, and the amount that can still be refunded. */
    private Map<String, Object> shown(OrderId id, SimulatedOrder order) {
        var given = till.visible(id);
        var left =
                given.stream()
                        .map(refund -> refund.amount().transaction())
                        .reduce(paid(order).transaction(), Money::minus);
        var shown = new HashMap<String, Object>();
        shown.put("id", "gid://shopify/Order/" + id.channelOrderId());
        if (order.kind() == SimulatedOrder.Kind.CANCELLED) {
            shown.put("cancelledAt", CANCELLED_AT);
        }
        shown.put(
                "refunds",
                given.stream()
                        .map(one -> refund(one.reference(), one.amount(), one.key()))
                        .toList());
        shown.put(
                "suggestedRefund",
                Map.of(
                        "suggestedTransactions",
                        List.of(
                                Map.of(
                                        "gateway",
                                        GATEWAY,
                                        "parentTransaction",
                                        Map.of("id", payment(id)),
                                        "maximumRefundableSet",
                                        bag(new Amount(left, paid(order).settlement()))))));
        return shown;
    }

    /**
     * Refunds the requested amount, once for each idempotency key.
     *
     * @param input the mutation's input
     */
    public RefundAnswer give(String id, JsonNode input, String key) {
        var order = new OrderId(settings.name(), id);
        var sold = orders.apply(order);
        if (sold.isEmpty()) {
            return rejected("Order does not exist");
        }
        var paid = paid(sold.get());
        var part = input.path("transactions").path(0);
        var amount = Money.of(part.path("amount").asText(), paid.transaction().currency().code());
        var before = till.under(key);
        if (before.isPresent()) {
            return boundaries.cross(
                    Boundary.REFUND,
                    () -> "give again " + order,
                    () -> new Settled(before.get().reference(), before.get().amount()));
        }
        if (!part.path("parentId").asText().equals(payment(order))
                || !input.path("currency").asText().equals(amount.currency().code())
                || input.path("transactions").size() != 1) {
            return rejected("Payment does not exist");
        }
        if (amount.compareTo(till.left(order, paid.transaction())) > 0) {
            return rejected("Refund amount is greater than net payment received");
        }
        var mark = MARK.matcher(input.path("note").asText());
        var reference = mark.find() ? mark.group(1) : key;
        var request = new RefundRequest(order, share(amount, paid), reference, "asked for");
        try {
            return refunds.refund(settings, request);
        } finally {
            // The shop remembers the key of a refund even if the caller dies before the answer
            // arrives.
            till.remember(order, reference, key);
        }
    }

    private static RefundAnswer rejected(String why) {
        return new Failed(new Fault.Rejected("user_error", "refund", why));
    }

    private static Amount share(Money amount, Amount paid) {
        var settlement =
                paid.settlement()
                        .decimal()
                        .multiply(amount.decimal())
                        .divide(
                                paid.transaction()
                                        .decimal()
                                        .max(BigDecimal.ONE.scaleByPowerOfTen(-3)),
                                paid.settlement().currency().exponent(),
                                RoundingMode.HALF_UP);
        return new Amount(amount, Money.of(settlement, paid.settlement().currency()));
    }

    private static Amount paid(SimulatedOrder order) {
        var currencies = order.currencies();
        return new Amount(
                new Money(order.total().buyer(), new Currency(currencies.buyer())),
                new Money(order.total().shop(), new Currency(currencies.shop())));
    }

    private static String payment(OrderId order) {
        return "gid://shopify/OrderTransaction/1" + order.channelOrderId();
    }

    /** The refund in the form in which the shop answers it. */
    public Map<String, Object> refund(String reference, Amount amount) {
        return refund(reference, amount, "");
    }

    private static Map<String, Object> refund(String reference, Amount amount, String key) {
        var id = reference.replaceAll("\\D", "");
        return Map.of(
                "id",
                "gid://shopify/Refund/" + id,
                "legacyResourceId",
                id,
                "note",
                "Cancelled: [%s]".formatted(key),
                "totalRefundedSet",
                bag(amount),
                "transactions",
                Map.of(
                        "nodes",
                        List.of(
                                Map.of(
                                        "id",
                                        "gid://shopify/OrderTransaction/2" + id,
                                        "kind",
                                        "REFUND",
                                        "status",
                                        "SUCCESS",
                                        "amountSet",
                                        bag(amount)))));
    }

    private static Map<String, Object> bag(Amount amount) {
        return Map.of(
                "presentmentMoney", money(amount.transaction()),
                "shopMoney", money(amount.settlement()));
    }

    private static Map<String, Object> money(Money money) {
        return Map.of(
                "amount", money.decimal().toPlainString(), "currencyCode", money.currency().code());
    }
}
