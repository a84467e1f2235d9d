package io.orderloom.embedded.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An order of the demo shop, in cents of USD, prices without tax.
 *
 * @param id the shop's own id, unique
 */
public record SampleOrder(long id, List<Item> items, long shipping) {
    private static final List<String> GOODS =
            List.of(
                    "MUG-01 Stoneware mug",
                    "TEA-07 Green tea, 100 g",
                    "POT-12 Teapot, 0.8 l",
                    "CUP-03 Espresso cup",
                    "BAG-21 Canvas bag",
                    "TIN-05 Storage tin");

    /** 8.875 %, as in New York City. */
    public static final BigDecimal TAX_RATE = new BigDecimal("0.08875");

    public SampleOrder {
        items = List.copyOf(items);
    }

    /**
     * @param discount on the whole line, before tax
     */
    public record Item(String sku, String title, int quantity, long price, long discount) {
        long net() {
            return quantity * price - discount;
        }

        long tax() {
            return taxOn(net());
        }
    }

    /**
     * A random order of one to five lines; about every second line has a discount that does not
     * divide evenly.
     */
    public static SampleOrder drawn(long id, SplittableRandom random) {
        var items = new ArrayList<Item>();
        int lines = random.nextInt(1, 6);
        for (int i = 0; i < lines; i++) {
            var good = GOODS.get((int) ((id + i) % GOODS.size())).split(" ", 2);
            int quantity = random.nextInt(1, 4);
            long price = random.nextLong(199, 8_999);
            long discount =
                    random.nextBoolean() ? quantity * price * random.nextLong(5, 25) / 100 : 0;
            items.add(new Item(good[0], good[1], quantity, price, discount));
        }
        return new SampleOrder(id, items, random.nextBoolean() ? 595 : 0);
    }

    /** The name that the shop shows to people. */
    public String name() {
        return "#" + id % 1_000_000;
    }

    public long discounts() {
        return items.stream().mapToLong(Item::discount).sum();
    }

    public long tax() {
        return items.stream().mapToLong(Item::tax).sum() + taxOn(shipping);
    }

    public long subtotal() {
        return items.stream().mapToLong(Item::net).sum();
    }

    public long total() {
        return subtotal() + shipping + tax();
    }

    /** The total in the notation of the shop and the ERP. */
    public BigDecimal totalAmount() {
        return amount(total());
    }

    static long taxOn(long net) {
        return BigDecimal.valueOf(net)
                .multiply(TAX_RATE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static BigDecimal amount(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
