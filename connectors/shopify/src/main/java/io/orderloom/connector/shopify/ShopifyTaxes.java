package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.money.Amount;
import io.orderloom.order.Line;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
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

    List<TaxLine> ofWholeOrder(JsonField order, ShopifyLines reader, ShopifyMoney money) {
        var stated = taxes().toList();
        var summedUp = reader.taxes(order);
        if (stated.isEmpty()) {
            return summedUp;
        }
        var rest = rest(summedUp, stated);
        // They are the missing ones only if with them the taxes add up to the stated total.
        return money.optional(order, "total_tax")
                        .filter(total -> sum(stated, money).plus(sum(rest, money)).equals(total))
                        .isPresent()
                ? rest
                : List.of();
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

    private static Amount sum(List<TaxLine> taxes, ShopifyMoney money) {
        return Amount.sum(taxes.stream().map(TaxLine::amount).toList(), money.zero());
    }
}
