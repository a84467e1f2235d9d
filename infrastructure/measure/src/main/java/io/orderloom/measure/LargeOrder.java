package io.orderloom.measure;

import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An order of twenty lines, each taxed and every other discounted, and a life of any length. */
final class LargeOrder {
    private static final int COPIES = 10;

    private LargeOrder() {}

    /** The sample of two lines, ten times over: 305.00 + 5.00 + taxes 24.80. */
    static Order placed() {
        var sample = Samples.order();
        var total = Samples.usd("334.80");
        var discount = sample.discounts().getFirst();
        return new Order(
                sample.id(),
                sample.channel(),
                sample.references(),
                sample.sourceRevision(),
                sample.placedAt(),
                sample.sellingZone(),
                sample.businessDate(),
                sample.flags(),
                sample.customer(),
                IntStream.range(0, COPIES).boxed().flatMap(n -> copies(sample, n)).toList(),
                IntStream.range(0, COPIES).mapToObj(n -> copy(discount, n)).toList(),
                sample.shippingCharges(),
                sample.fulfilmentGroups(),
                sample.orderTaxLines(),
                sample.paymentStatus(),
                total,
                new Totals(
                        Samples.usd("305.00"),
                        Samples.usd("5.00"),
                        Samples.usd("25.00"),
                        Samples.usd("24.80"),
                        total));
    }

    private static Stream<Line> copies(Order sample, int n) {
        return sample.lines().stream()
                .map(line ->
                        new Line(
                                line.lineId() + "-" + n,
                                line.sourceLineId() + "-" + n,
                                line.parentLineId(),
                                line.type(),
                                line.sku(),
                                line.gtin(),
                                line.title(),
                                line.quantity(),
                                line.uom(),
                                line.unitPrice(),
                                line.discountAllocations().stream()
                                        .map(a -> new DiscountAllocation(n, a.amount()))
                                        .toList(),
                                line.taxLines(),
                                line.duties(),
                                line.total(),
                                line.requiresShipping()));
    }

    private static DiscountApplication copy(DiscountApplication discount, int n) {
        return new DiscountApplication(
                n,
                discount.code(),
                discount.title(),
                discount.target(),
                discount.funding(),
                discount.amount());
    }

    static Fact.OrderPlaced fact() {
        return Samples.placed(placed());
    }

    /** The order after so many facts, of which the first placed it. */
    static OrderState after(int facts) {
        var state = OrderState.unheardOf(Samples.ORDER);
        for (int n = 0; n < facts; n++) {
            state = next(state, n == 0 ? fact() : further(n));
        }
        return state;
    }

    /** One cent back to the buyer: a fact that an order can absorb any number of times. */
    static Fact further(int n) {
        var key = new FactKey("shopify/demo-shop", Fact.RefundSettled.KIND, "r" + n, "1");
        return new Fact.RefundSettled(
                new Provenance(key, Role.PAYMENT, Samples.NOW, Samples.NOW, Samples.CORRELATION),
                Samples.ORDER,
                "r" + n,
                Samples.usd("0.01"));
    }

    private static OrderState next(OrderState state, Fact fact) {
        return switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
            case Decision.Apply(var changeSet) -> OrderCore.evolve(state, changeSet);
            case Decision.Refuse(var exception) ->
                    throw new IllegalStateException(exception.detail());
        };
    }
}
