package io.orderloom.connector.contract;

import static io.orderloom.connector.contract.Basket.taxes;

import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.Line;
import io.orderloom.order.Residual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Orders for which an ERP that computes taxes by itself would get another cent. */
public final class Baskets {
    private static final List<String> SKUS = List.of("MUG-01", "TEA-07", "POT-12", "CUP-03");
    private static final String[] NONE = {};

    private Baskets() {}

    public static Stream<Basket> all() {
        return Stream.concat(chosen(), LongStream.rangeClosed(1, 12).mapToObj(Baskets::drawn));
    }

    private static Stream<Basket> chosen() {
        return Stream.of(
                Basket.of("tax added, stacked discounts, shipping with tax", "USD", false)
                        .line("MUG-01", 3, "12.50", taxes("NYC_tax 0.08875 3.02"), "3.33", "0.17")
                        .line("TEA-07", 1, "7.99", taxes("NYC_tax 0.08875 0.71"))
                        .shipping("5.95", taxes("NYC_tax 0.08875 0.53")),
                Basket.of("three taxes on each line", "USD", false)
                        .line(
                                "MUG-01",
                                1,
                                "19.99",
                                taxes("NY_State 0.04 0.80", "NYC 0.045 0.90", "MCTD 0.00375 0.07"))
                        .line(
                                "TEA-07",
                                2,
                                "3.33",
                                taxes("NY_State 0.04 0.27", "NYC 0.045 0.30", "MCTD 0.00375 0.02"),
                                "0.01"),
                Basket.of("two taxes of the same rate", "USD", false)
                        .line("MUG-01", 1, "9.99", taxes("City 0.015 0.15", "County 0.015 0.15")),
                Basket.of("tax in the price", "EUR", true)
                        .line("MUG-01", 3, "9.99", taxes("VAT 0.2 4.99"))
                        .line("TEA-07", 7, "0.99", taxes("VAT 0.05 0.33"))
                        .shipping("4.99", taxes("VAT 0.2 0.83")),
                Basket.of("tax in the price, stacked discounts", "EUR", true)
                        .line("MUG-01", 3, "9.99", taxes("VAT 0.2 4.43"), "3.00", "0.41")
                        .line("TEA-07", 1, "3.34", taxes("VAT 0.05 0.14"), "0.33"),
                Basket.of("a discount of ten split in three", "USD", false)
                        .line("MUG-01", 1, "10.00", taxes("Tax 0.07 0.47"), "3.34")
                        .line("TEA-07", 1, "10.00", taxes("Tax 0.07 0.47"), "3.33")
                        .line("POT-12", 1, "10.00", taxes("Tax 0.07 0.46"), "3.33"),
                Basket.of("a tax that is not its rate of the price", "USD", false)
                        .line("MUG-01", 1, "100.00", taxes("Tax 0.07 7.03"))
                        .line("TEA-07", 1, "0.05", taxes("Tax 0.07 0.01")),
                Basket.of("everything taken off", "USD", false)
                        .line("MUG-01", 1, "10.00", NONE, "10.00")
                        .shipping("5.00", NONE, "5.00"),
                Basket.of("gift card, tip, fee and rounding", "USD", false)
                        .line("MUG-01", 1, "8.00", taxes("Tax 0.07 0.56"))
                        .charge(Line.Type.GIFT_CARD, "25.00")
                        .charge(Line.Type.TIP, "1.55")
                        .charge(Line.Type.FEE, "0.99")
                        .charge(Line.Type.ROUNDING, "-0.02"),
                Basket.of("import duty with a tax on it", "USD", false)
                        .line("MUG-01", 1, "80.00", taxes("Tax 0.07 5.60"))
                        .duty("4.37", "Tax 0.07 0.31"),
                Basket.of("taxes of the whole order only", "USD", false)
                        .line("MUG-01", 2, "12.50", NONE)
                        .orderTaxes("Tax 0.07 1.75"),
                Basket.of("a total that the till rounded", "USD", false)
                        .line("MUG-01", 1, "9.98", taxes("Tax 0.07 0.70"))
                        .residual(Residual.Cause.CASH_ROUNDING, "0.02"),
                Basket.of("yen, tax in the price", "JPY", true)
                        .line("MUG-01", 3, "333", taxes("JCT 0.1 82"), "99")
                        .line("TEA-07", 1, "108", taxes("JCT 0.08 8")),
                Basket.of("dinars of three decimals", "KWD", false)
                        .line("MUG-01", 3, "1.333", taxes("VAT 0.05 0.200"), "0.001")
                        .shipping("0.750", taxes("VAT 0.05 0.038")));
    }

    /**
     * Up to eight lines whose tax is rounded line by line, included in the price or added to it.
     */
    private static Basket drawn(long seed) {
        var random = new SplittableRandom(seed);
        boolean included = seed % 2 == 0;
        var basket = Basket.of("drawn from seed " + seed, "USD", included);
        int lines = random.nextInt(1, 9);
        for (int i = 0; i < lines; i++) {
            int quantity = random.nextInt(1, 6);
            long price = random.nextLong(99, 30_000);
            long off = random.nextBoolean() ? random.nextLong(1, quantity * price) : 0;
            var rate = new BigDecimal(List.of("0.08875", "0.19", "0.055").get(i % 3));
            var tax = tax(quantity * price - off, rate, included);
            var stated = taxes("Tax %s %s".formatted(rate, text(tax)));
            var sku = SKUS.get(random.nextInt(SKUS.size()));
            if (off == 0) {
                basket.line(sku, quantity, text(price), stated);
            } else {
                basket.line(sku, quantity, text(price), stated, text(off));
            }
        }
        return basket;
    }

    private static long tax(long price, BigDecimal rate, boolean included) {
        var factor = included ? rate.divide(BigDecimal.ONE.add(rate), MathContext.DECIMAL64) : rate;
        return new Money(price, new Currency("USD")).times(factor).minorUnits();
    }

    private static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
