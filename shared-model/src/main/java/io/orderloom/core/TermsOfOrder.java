package io.orderloom.core;

import io.orderloom.fact.Provenance;
import io.orderloom.money.Amount;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the terms from an order's document. Pure. */
final class TermsOfOrder {
    private TermsOfOrder() {}

    static OrderTerms first(Order order, Provenance provenance) {
        return of(order, provenance, OrderTerms.FIRST_DOCUMENT);
    }

    static OrderTerms edited(Order order, Provenance provenance) {
        return of(order, provenance, OrderTerms.documentOf(order));
    }

    private static OrderTerms of(Order order, Provenance provenance, String document) {
        return new OrderTerms(
                new Revision(
                        order.sourceRevision(),
                        provenance.occurredAt(),
                        provenance.key().toString()),
                document,
                order.flags().test(),
                order.declared().total(),
                order.captured(),
                order.paymentStatus(),
                lines(order),
                taxes(order));
    }

    private static List<LineTerms> lines(Order order) {
        var bundles = new HashSet<String>();
        order.lines().forEach(line -> line.parentLineId().ifPresent(bundles::add));
        return order.lines().stream()
                .map(line ->
                        new LineTerms(
                                line.lineId(),
                                goods(line) && !bundles.contains(line.lineId()),
                                line.quantity(),
                                worth(line)))
                .sorted((one, other) -> one.lineId().compareTo(other.lineId()))
                .toList();
    }

    /**
     * Whether a line of its type is handed over to the buyer. The caller leaves out bundles, which
     * are handed over as their parts.
     */
    private static boolean goods(Line line) {
        return switch (line.type()) {
            case PRODUCT, GIFT_CARD -> true;
            case TIP, SERVICE, FEE, DONATION, ROUNDING -> false;
        };
    }

    static Amount worth(Line line) {
        var worth = line.total().plus(onTop(line.taxLines(), line.total()));
        for (var duty : line.duties()) {
            worth = worth.plus(duty.amount()).plus(onTop(duty.taxLines(), line.total()));
        }
        return worth;
    }

    private static Amount onTop(List<TaxLine> taxes, Amount like) {
        var sum = like.zero();
        for (var tax : taxes) {
            sum = tax.included() ? sum : sum.plus(tax.amount());
        }
        return sum;
    }

    private static List<JurisdictionTax> taxes(Order order) {
        var sums = new TreeMap<String, Amount>();
        taxLines(order).forEach(tax -> sums.merge(tax.jurisdiction(), tax.amount(), Amount::plus));
        return sums.entrySet().stream()
                .map(tax -> JurisdictionTax.of(tax.getKey(), tax.getValue()))
                .toList();
    }

    static Stream<TaxLine> taxLines(Order order) {
        return Stream.of(
                        order.lines().stream().map(Line::taxLines),
                        order.lines().stream()
                                .flatMap(line -> line.duties().stream())
                                .map(Line.Duty::taxLines),
                        order.shippingCharges().stream().map(ShippingCharge::taxLines),
                        Stream.of(order.orderTaxLines()))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }
}
