package io.orderloom.connector.shopify;

import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.money.Amount;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes facts as text for golden files, with the order core's decisions on them. */
final class Canonical {
    private final List<String> text = new ArrayList<>();

    private Canonical() {}

    static String text(List<Fact> facts) {
        var canonical = new Canonical();
        facts.forEach(canonical::fact);
        canonical.text.add("");
        canonical.core(facts);
        return String.join("\n", canonical.text) + "\n";
    }

    private void fact(Fact fact) {
        var provenance = fact.provenance();
        var kind = provenance.key().kind();
        switch (fact) {
            case Fact.OrderPlaced placed -> order(placed.order());
            case Fact.OrderCancelled cancelled ->
                    add(
                            "%s %s: %s at %s, captured %s"
                                    .formatted(
                                            kind,
                                            fact.orderId(),
                                            cancelled.reason(),
                                            provenance.occurredAt(),
                                            both(cancelled.captured())));
            case Fact.RefundSettled settled ->
                    add(
                            "%s %s: %s at %s"
                                    .formatted(
                                            kind,
                                            settled.reference(),
                                            both(settled.amount()),
                                            provenance.occurredAt()));
            case Fact.RefundPending pending ->
                    add("%s %s: %s".formatted(kind, pending.reference(), both(pending.amount())));
            default -> throw new IllegalArgumentException("Shopify's orders state no " + kind);
        }
    }

    private void order(Order order) {
        add(
                "order %s, placed %s, business date %s%s"
                        .formatted(
                                order.id(),
                                order.placedAt(),
                                order.businessDate(),
                                order.flags().test() ? ", a test" : ""));
        add(
                "  channel %s%s%s%s, customer %s, taxes %s%s"
                        .formatted(
                                word(order.channel().type()),
                                named(" location ", order.channel().location()),
                                named(" register ", order.channel().register()),
                                named(" staff ", order.channel().staff()),
                                word(order.customer().kind()),
                                order.flags().taxesIncluded() ? "included" : "not included",
                                order.flags().taxExempt() ? ", exempt" : ""));
        order.lines().forEach(this::line);
        order.shippingCharges().forEach(this::charge);
        order.orderTaxLines().forEach(tax -> add("  whole order: %s".formatted(tax(tax))));
        order.discounts().forEach(this::discount);
        order.fulfilmentGroups()
                .forEach(group -> add("  %s %s".formatted(word(group.mode()), group.lineIds())));
        add(
                "  total %s, payment %s, captured %s"
                        .formatted(
                                both(order.declared().total()),
                                word(order.paymentStatus()),
                                both(order.captured())));
    }

    private void line(Line line) {
        add(
                "  %s %s%s%s: %s × %s%s = %s%s"
                        .formatted(
                                word(line.type()),
                                line.lineId(),
                                named(" ", line.sku()),
                                named(" of bundle ", line.parentLineId()),
                                line.quantity(),
                                both(line.unitPrice()),
                                less(line.discountAllocations()),
                                both(line.total()),
                                taxes(line.taxLines())));
        line.duties()
                .forEach(duty ->
                        add(
                                "    duty %s %s%s"
                                        .formatted(
                                                duty.harmonizedSystemCode(),
                                                both(duty.amount()),
                                                taxes(duty.taxLines()))));
    }

    private void charge(ShippingCharge charge) {
        add(
                "  shipping %s%s: %s%s = %s%s"
                        .formatted(
                                charge.chargeId(),
                                named(" ", charge.code()),
                                both(charge.price()),
                                less(charge.discountAllocations()),
                                both(charge.total()),
                                taxes(charge.taxLines())));
    }

    private void discount(DiscountApplication discount) {
        add(
                "  discount %d '%s' on %s: %s"
                        .formatted(
                                discount.index(),
                                discount.title(),
                                word(discount.target()),
                                both(discount.amount())));
    }

    /** Decides on every fact in turn, as normalize does. */
    private void core(List<Fact> facts) {
        var state = OrderState.unheardOf(facts.getFirst().orderId());
        for (var fact : facts) {
            var kind = fact.provenance().key().kind();
            switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
                case Decision.Apply(var changeSet) -> {
                    state = OrderCore.evolve(state, changeSet);
                    add("core: %s is applied".formatted(kind));
                }
                case Decision.Refuse(var exception) ->
                        add(
                                "core: %s is refused, %s %s: %s"
                                        .formatted(
                                                kind,
                                                exception.type(),
                                                exception.path(),
                                                exception.detail()));
            }
        }
        if (state instanceof OrderState.Placed placed && !placed.refunds().isEmpty()) {
            add("core: left of what was taken %s".formatted(both(placed.refundable())));
        }
    }

    private static String less(List<DiscountAllocation> allocations) {
        return allocations.stream()
                .map(a -> " − %s [%d]".formatted(both(a.amount()), a.application()))
                .collect(Collectors.joining());
    }

    private static String taxes(List<TaxLine> taxes) {
        return taxes.stream().map(t -> ", " + tax(t)).collect(Collectors.joining());
    }

    private static String tax(TaxLine tax) {
        return "%s %s %s%s%s"
                .formatted(
                        tax.jurisdiction(),
                        tax.rate().toPlainString(),
                        both(tax.amount()),
                        tax.included() ? " in the price" : "",
                        tax.collectedBy() == TaxLine.Collector.MARKETPLACE
                                ? " by the marketplace"
                                : "");
    }

    /** One amount if both ledgers agree, else the buyer's and the shop's. */
    private static String both(Amount amount) {
        return amount.transaction().equals(amount.settlement())
                ? amount.transaction().toString()
                : "%s (%s)".formatted(amount.transaction(), amount.settlement());
    }

    private static String named(String name, Optional<String> value) {
        return value.map(v -> name + v).orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void add(String line) {
        text.add(line);
    }
}
