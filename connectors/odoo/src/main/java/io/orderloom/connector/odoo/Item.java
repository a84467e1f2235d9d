package io.orderloom.connector.odoo;

import io.orderloom.order.Line;
import io.orderloom.order.Residual;
import java.util.Locale;

/**
 * The item that a line sells: one of Odoo's own master data, or a product that stands for a kind of
 * charge.
 */
sealed interface Item {

    /** A product by its internal reference (SKU). */
    record Sku(String code) implements Item {}

    /** A product by its barcode (GTIN). */
    record Gtin(String code) implements Item {}

    /** An item to which the channel gave no code. */
    record Unnamed(String lineId) implements Item {}

    enum Charge implements Item {
        SHIPPING("Shipping"),
        DISCOUNT("Discount"),
        DUTY("Import duty"),
        TAX("Tax of the whole order"),
        GIFT_CARD("Gift card"),
        TIP("Tip"),
        SERVICE("Service"),
        FEE("Fee"),
        DONATION("Donation"),
        ROUNDING("Rounding"),
        CASH_ROUNDING("Cash rounding"),
        CURRENCY_CONVERSION("Currency conversion"),
        TAX_ROUNDING("Tax rounding");

        private final String title;

        Charge(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** For example {@code orderloom.product/gift-card}. */
        Xid xid() {
            return Xid.of("product").part(title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    static Charge of(Residual.Cause cause) {
        return switch (cause) {
            case CASH_ROUNDING -> Charge.CASH_ROUNDING;
            case CURRENCY_CONVERSION -> Charge.CURRENCY_CONVERSION;
            case TAX_ROUNDING -> Charge.TAX_ROUNDING;
        };
    }

    static Item of(Line line) {
        return line.sku()
                .<Item>map(Sku::new)
                .or(() -> line.gtin().map(Gtin::new))
                .orElseGet(() ->
                        switch (line.type()) {
                            case PRODUCT -> new Unnamed(line.lineId());
                            case GIFT_CARD -> Charge.GIFT_CARD;
                            case TIP -> Charge.TIP;
                            case SERVICE -> Charge.SERVICE;
                            case FEE -> Charge.FEE;
                            case DONATION -> Charge.DONATION;
                            case ROUNDING -> Charge.ROUNDING;
                        });
    }
}
