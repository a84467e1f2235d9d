package io.orderloom.connector.odoo;

import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.TaxLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the tax that is stated for a discounted line between the line at full price and each
 * discount. A discount takes back the tax on itself by the rate, and the line keeps the rest, so
 * that together they are the stated amount. Pure.
 */
final class TaxShares {
    private TaxShares() {}

    /**
     * @param discounts positive
     * @return for the line itself, then for each discount
     */
    static List<Map<StatedTax, Money>> of(
            List<TaxLine> taxes, List<Money> discounts, Ledger ledger) {
        var charged = taxes.stream().filter(tax -> !tax.amount().in(ledger).isZero()).toList();
        var net = netOf(charged);
        var shares = new ArrayList<Map<StatedTax, Money>>();
        shares.add(new LinkedHashMap<>());
        discounts.forEach(_ -> shares.add(new LinkedHashMap<>()));
        for (var tax : charged) {
            var rest = tax.amount().in(ledger);
            for (int i = 0; i < discounts.size(); i++) {
                var share = discounts.get(i).times(tax.rate().multiply(net)).negated();
                add(shares.get(i + 1), tax, share);
                rest = rest.minus(share);
            }
            add(shares.getFirst(), tax, rest);
        }
        return List.copyOf(shares);
    }

    /** The part of a price that remains without the taxes included in it. */
    private static BigDecimal netOf(List<TaxLine> taxes) {
        var included =
                taxes.stream()
                        .filter(TaxLine::included)
                        .map(TaxLine::rate)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(included), MathContext.DECIMAL64);
    }

    private static void add(Map<StatedTax, Money> shares, TaxLine tax, Money amount) {
        shares.merge(StatedTax.of(tax), amount, Money::plus);
    }
}
