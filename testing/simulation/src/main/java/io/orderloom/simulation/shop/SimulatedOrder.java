package io.orderloom.simulation.shop;

import io.orderloom.simulation.schedule.SeededRandom;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An order as the shop has it.
 *
 * @param instance the shop's name; another shop may have an order of the same id
 * @param id the shop's own, unique in it
 * @param ballast text that only makes the payload large
 */
public record SimulatedOrder(
        String instance,
        long id,
        Kind kind,
        Buyer buyer,
        Currencies currencies,
        List<Item> items,
        Price shipping,
        String ballast) {

    /**
     * The number of letters that pack to more than an item may hold and still fit into a message.
     */
    private static final int HEAVY = 640_000;

    public SimulatedOrder {
        items = List.copyOf(items);
    }

    /** The special feature of an order, which decides how it has to end. */
    public enum Kind {
        PLAIN,
        /** The buyer pays some time after the order was placed. */
        PAID_LATER,
        /** The buyer cancels the order some time later. */
        CANCELLED,
        /** Paid with a test card. */
        TEST,
        /** The lines don't add up to the total. */
        MISCOUNTED,
        /** The ERP does not have the item until somebody enters it. */
        UNKNOWN_ITEM,
        /** The ERP does not have the item, and it is never entered. */
        NEVER_KNOWN_ITEM,
        /** The payload breaks the contract. */
        UNREADABLE
    }

    /**
     * The buyer's currency and the shop's.
     *
     * @param rate the value of one unit of the buyer's currency in the shop's, in per mille of
     *     minor units
     */
    public record Currencies(
            String buyer, int buyerDecimals, String shop, int shopDecimals, int rate) {
        static final List<Currencies> ALL =
                List.of(
                        new Currencies("USD", 2, "USD", 2, 1_000),
                        new Currencies("EUR", 2, "USD", 2, 1_137),
                        new Currencies("JPY", 0, "JPY", 0, 1_000),
                        new Currencies("KWD", 3, "USD", 2, 326));

        Price price(long buyerUnits) {
            return new Price(
                    buyerUnits,
                    buyer.equals(shop)
                            ? buyerUnits
                            : BigDecimal.valueOf(buyerUnits)
                                    .multiply(BigDecimal.valueOf(rate, 3))
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValueExact());
        }

        BigDecimal buyerAmount(Price price) {
            return BigDecimal.valueOf(price.buyer(), buyerDecimals);
        }

        BigDecimal shopAmount(Price price) {
            return BigDecimal.valueOf(price.shop(), shopDecimals);
        }
    }

    /** An amount in minor units of the buyer's currency and of the shop's. */
    public record Price(long buyer, long shop) {
        static final Price NOTHING = new Price(0, 0);

        Price plus(Price other) {
            return new Price(buyer + other.buyer, shop + other.shop);
        }

        Price minus(Price other) {
            return new Price(buyer - other.buyer, shop - other.shop);
        }

        Price times(int factor) {
            return new Price(buyer * factor, shop * factor);
        }
    }

    /**
     * @param discount on the whole line
     */
    public record Item(String sku, int quantity, Price price, Price discount, Price tax) {
        public Price net() {
            return price.times(quantity).minus(discount);
        }
    }

    /** The size of an order. */
    public enum Size {
        USUAL,
        /** Hundreds of lines. */
        LONG,
        /** A payload so large that it takes several items. */
        HEAVY
    }

    static SimulatedOrder drawn(
            String instance, long id, Kind kind, Size size, Buyer buyer, SeededRandom chance) {
        var currencies = chance.oneOf(Currencies.ALL);
        var items = new ArrayList<Item>();
        int lines = size == Size.LONG ? chance.between(150, 300) : chance.between(1, 4);
        for (int i = 0; i < lines; i++) {
            int quantity = chance.between(1, 3);
            long price = chance.between(199, 89_999);
            long discount = chance.happens(400) ? quantity * price / chance.between(3, 20) : 0;
            items.add(
                    new Item(
                            prefix(kind, i) + chance.below(1_000),
                            quantity,
                            currencies.price(price),
                            currencies.price(discount),
                            currencies.price((quantity * price - discount) / 11)));
        }
        var shipping = chance.happens(500) ? currencies.price(595) : Price.NOTHING;
        var ballast = size == Size.HEAVY ? chance.letters(HEAVY) : "";
        return new SimulatedOrder(instance, id, kind, buyer, currencies, items, shipping, ballast);
    }

    private static String prefix(Kind kind, int line) {
        return switch (kind) {
            case UNKNOWN_ITEM -> line == 0 ? "UNKNOWN-" : "SKU-";
            case NEVER_KNOWN_ITEM -> line == 0 ? "NEVER-" : "SKU-";
            case PLAIN, PAID_LATER, CANCELLED, TEST, MISCOUNTED, UNREADABLE -> "SKU-";
        };
    }

    public Price discounts() {
        return items.stream().map(Item::discount).reduce(Price.NOTHING, Price::plus);
    }

    public Price taxes() {
        return items.stream().map(Item::tax).reduce(Price.NOTHING, Price::plus);
    }

    Price subtotal() {
        return items.stream().map(Item::net).reduce(Price.NOTHING, Price::plus);
    }

    /** The amount that the buyer owes and has paid. */
    public Price total() {
        return subtotal().plus(shipping).plus(taxes());
    }
}
