package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.order.Line;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The taxes that no line and no charge carries. Shopify states its taxes twice: on lines and
 * charges, and summed up by name and rate on the order. The sums are used only for taxes stated
 * nowhere else, as in payloads without taxes on lines, and for additional fees.
 */
record ShopifyTaxes(List<Line> lines, List<ShippingCharge> charges) {
    private static final String ACCOUNT = "tax-rounding";

    List<TaxLine> ofWholeOrder(JsonField order, ShopifyLines reader, ShopifyMoney money) {
        var stated = taxes().toList();
        var summedUp = reader.taxes(order);
        if (stated.isEmpty()) {
            return summedUp;
        }
        var rest = rest(summedUp, stated);
        // They are the missing ones only if with them the taxes add up to the stated total.
        return money.optional(order, "total_tax")
                        .filter(total ->
                                sum(stated, money.zero())
                                        .plus(sum(rest, money.zero()))
                                        .equals(total))
                        .isPresent()
                ? rest
                : List.of();
    }

    /**
     * The difference between a tax that the shop computed on the whole order and the taxes that it
     * states for each part, where that is all that the total differs by and no more than the parts'
     * roundings can add up to. A whole that is larger is a tax of the whole order instead.
     */
    List<Residual> rounding(List<TaxLine> ofWhole, Totals declared) {
        var zero = declared.total().zero();
        var all = Stream.concat(taxes(), ofWhole.stream()).toList();
        var difference = declared.tax().minus(sum(all, zero));
        var explained =
                Amount.sum(lines.stream().map(Line::total).toList(), zero)
                        .plus(
                                Amount.sum(
                                        charges.stream().map(ShippingCharge::total).toList(), zero))
                        .plus(duties(zero))
                        .plus(sum(all.stream().filter(tax -> !tax.included()).toList(), zero))
                        .plus(difference);
        return !difference.isZero()
                        && explained.equals(declared.total())
                        && isSmall(difference, all.size())
                ? List.of(new Residual(difference, Residual.Cause.TAX_ROUNDING, ACCOUNT))
                : List.of();
    }

    /** Every part is off by at most half of the smallest unit, and so is the whole. */
    private static boolean isSmall(Amount difference, int parts) {
        return Stream.of(Ledger.values())
                .allMatch(ledger -> 2 * Math.abs(difference.in(ledger).minorUnits()) <= parts + 1L);
    }

    private Amount duties(Amount zero) {
        return Amount.sum(
                lines.stream()
                        .flatMap(line -> line.duties().stream())
                        .map(Line.Duty::amount)
                        .toList(),
                zero);
    }

    private Stream<TaxLine> taxes() {
        return Stream.of(
                        lines.stream().flatMap(line -> line.taxLines().stream()),
                        lines.stream()
                                .flatMap(line -> line.duties().stream())
                                .flatMap(duty -> duty.taxLines().stream()),
                        charges.stream().flatMap(charge -> charge.taxLines().stream()))
                .flatMap(taxes -> taxes);
    }

    private record Kind(String name, BigDecimal rate) {
        static Kind of(TaxLine tax) {
            return new Kind(tax.jurisdiction(), tax.rate().stripTrailingZeros());
        }
    }

    private static List<TaxLine> rest(List<TaxLine> summedUp, List<TaxLine> stated) {
        var carried = new HashMap<Kind, Amount>();
        stated.forEach(tax -> carried.merge(Kind.of(tax), tax.amount(), Amount::plus));
        var rest = new ArrayList<TaxLine>();
        for (var tax : summedUp) {
            var left = tax.amount().minus(carried.getOrDefault(Kind.of(tax), tax.amount().zero()));
            if (left.transaction().isPositive() || left.settlement().isPositive()) {
                rest.add(
                        new TaxLine(
                                tax.jurisdiction(),
                                tax.rate(),
                                left,
                                tax.included(),
                                tax.collectedBy()));
            }
        }
        return rest;
    }

    private static Amount sum(List<TaxLine> taxes, Amount zero) {
        return Amount.sum(taxes.stream().map(TaxLine::amount).toList(), zero);
    }
}
