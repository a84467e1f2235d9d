package io.orderloom.measure;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Hold;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.TaxLine.Collector;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order of twenty lines, each taxed and every second one discounted, with a history of any
 * length.
 */
final class LargeOrder {
    private static final int COPIES = 10;

    private LargeOrder() {}

    /** The sample order's two lines, ten times: 305.00 + 5.00 + taxes 24.80. */
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

    /** The order's state after so many facts, of which the first placed it. */
    static OrderState after(int facts) {
        var state = OrderState.unheardOf(Samples.ORDER);
        for (int n = 0; n < facts; n++) {
            state = next(state, n == 0 ? fact() : further(n));
        }
        return state;
    }

    /**
     * A fact of a kind that can occur any number of times: the order is held, released, or its tax
     * is adjusted.
     */
    private static Fact further(int n) {
        return switch (n % 4) {
            case 0 ->
                    new ProcessFact.HoldPlaced(
                            by(Role.MIDDLEWARE, ProcessFact.HoldPlaced.KIND, n),
                            Samples.ORDER,
                            "review",
                            Hold.Kind.MANUAL,
                            "somebody looks at it");
            case 1 ->
                    new ProcessFact.HoldReleased(
                            by(Role.MIDDLEWARE, ProcessFact.HoldReleased.KIND, n),
                            Samples.ORDER,
                            "review");
            case 2 -> taxAdjusted(n, "0.01");
            default -> taxAdjusted(n, "-0.01");
        };
    }

    private static Fact taxAdjusted(int n, String by) {
        return new ProcessFact.TaxAdjusted(
                by(Role.TAX_ENGINE, ProcessFact.TaxAdjusted.KIND, n),
                Samples.ORDER,
                "NY State Tax",
                Samples.usd(by),
                Collector.MERCHANT);
    }

    /** The fact whose decision is measured: a shipment of one unit of each line. */
    static Fact shipped() {
        return new FulfilmentFact.Shipped(
                by(Role.WAREHOUSE, FulfilmentFact.Shipped.KIND, 0),
                Samples.ORDER,
                "s1",
                placed().lines().stream().map(line -> Units.of(line.lineId(), 1)).toList());
    }

    private static Provenance by(Role role, String kind, int n) {
        return new Provenance(
                new FactKey("system/" + role, kind, Integer.toString(n), "1"),
                role,
                Samples.NOW,
                Samples.NOW,
                Samples.CORRELATION);
    }

    private static OrderState next(OrderState state, Fact fact) {
        return OrderCore.evolve(state, changeSet(state, fact));
    }

    /**
     * @throws IllegalStateException if the core rejects the fact, so that nothing would be measured
     */
    static ChangeSet changeSet(OrderState state, Fact fact) {
        return switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
            case Decision.Apply(var changeSet) -> changeSet;
            case Decision.Refuse(var exception) ->
                    throw new IllegalStateException(exception.detail());
        };
    }
}
