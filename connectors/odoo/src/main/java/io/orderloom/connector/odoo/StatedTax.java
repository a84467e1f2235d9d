package io.orderloom.connector.odoo;

import io.orderloom.order.TaxLine;
import io.orderloom.order.TaxLine.Collector;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tax as orders state it; it corresponds to one {@code account.tax} in Odoo.
 *
 * @param name the jurisdiction's
 * @param percent with the four decimals that Odoo keeps
 */
record StatedTax(String name, BigDecimal percent, boolean included, Collector collectedBy) {

    static StatedTax of(TaxLine line) {
        var percent = line.rate().movePointRight(2).setScale(4, RoundingMode.HALF_UP);
        return new StatedTax(
                line.jurisdiction(), plain(percent), line.included(), line.collectedBy());
    }

    /** For example {@code orderloom.tax/NY%20State%20Tax/4/excluded}. */
    Xid xid() {
        var xid =
                Xid.of("tax")
                        .part(name)
                        .part(percent.toPlainString())
                        .part(included ? "included" : "excluded");
        return switch (collectedBy) {
            case MERCHANT -> xid;
            case MARKETPLACE -> xid.part("marketplace");
        };
    }

    /** The name for people to read, for example {@code NY State Tax 4%}. */
    String label() {
        return "%s %s%%%s".formatted(name, percent.toPlainString(), included ? " included" : "");
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
