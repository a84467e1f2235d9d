package io.orderloom.simulation.shop;

import io.orderloom.simulation.schedule.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An order as the shop has it.
 *
 * @param id the shop's own, unique
 */
public record ShopOrder(
        long id, Kind kind, Currencies currencies, List<Item> items, Price shipping) {

    public ShopOrder {
        items = List.copyOf(items);
    }

    /** What is special about an order, and so how it has to end. */
    public enum Kind {
        PLAIN,
        /** The buyer takes it back some time later. */
        CANCELLED,
        /** Paid with a test card. */
        TEST,
        /** Its lines don't add up to its total. */
        MISCOUNTED,
        /** The ERP has no such item. */
        UNKNOWN_ITEM,
        /** Its payload breaks the contract. */
        UNREADABLE
    }

    /**
     * The buyer's currency and the shop's.
     *
     * @param rate the shop's for one of the buyer's, in per mille of minor units
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

    /** In minor units of the buyer's currency and of the shop's. */
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
        Price net() {
            return price.times(quantity).minus(discount);
        }
    }

    static ShopOrder drawn(long id, Kind kind, Chance chance) {
        var currencies = chance.oneOf(Currencies.ALL);
        var items = new ArrayList<Item>();
        int lines = chance.between(1, 4);
        for (int i = 0; i < lines; i++) {
            int quantity = chance.between(1, 3);
            long price = chance.between(199, 89_999);
            long discount = chance.happens(400) ? quantity * price / chance.between(3, 20) : 0;
            items.add(
                    new Item(
                            (kind == Kind.UNKNOWN_ITEM && i == 0 ? "UNKNOWN-" : "SKU-")
                                    + chance.below(1_000),
                            quantity,
                            currencies.price(price),
                            currencies.price(discount),
                            currencies.price((quantity * price - discount) / 11)));
        }
        var shipping = chance.happens(500) ? currencies.price(595) : Price.NOTHING;
        return new ShopOrder(id, kind, currencies, items, shipping);
    }

    Price discounts() {
        return items.stream().map(Item::discount).reduce(Price.NOTHING, Price::plus);
    }

    Price taxes() {
        return items.stream().map(Item::tax).reduce(Price.NOTHING, Price::plus);
    }

    Price subtotal() {
        return items.stream().map(Item::net).reduce(Price.NOTHING, Price::plus);
    }

    /** What the buyer owes and has paid. */
    public Price total() {
        return subtotal().plus(shipping).plus(taxes());
    }
}
