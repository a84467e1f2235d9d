package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A sales order as Odoo has it.
 *
 * @param total as Odoo computed it
 * @param date of {@code date_order}, which is the date of the booking
 */
record SaleOrder(long id, String number, State state, Money total, LocalDate date) {
    static final List<String> FIELDS =
            List.of("name", "state", "amount_total", "currency_id", "date_order");

    enum State {
        DRAFT,
        SENT,
        SALE,
        CANCEL
    }

    /**
     * Fails on a state that is unknown, which a module may have added, and on a currency that is
     * unknown, to which a user may have moved the order.
     */
    static CallResult<SaleOrder> of(JsonNode order) {
        try {
            return CallResult.given(
                    new SaleOrder(
                            order.path("id").asLong(),
                            order.path("name").asText(),
                            State.valueOf(order.path("state").asText().toUpperCase(Locale.ROOT)),
                            money(
                                    order.path("amount_total"),
                                    order.path("currency_id").path(1).asText()),
                            LocalDate.parse(order.path("date_order").asText().split(" ")[0])));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return CallResult.missed(
                    new Fault.Rejected(
                            "unreadable_document",
                            order.path("name").asText(),
                            "%s: %s"
                                    .formatted(
                                            order.path("name").asText(), unreadable.getMessage())));
        }
    }

    SaleOrder in(State changed) {
        return new SaleOrder(id, number, changed, total, date);
    }

    /** Odoo has rounded the amount to the currency, but transfers it as a binary number. */
    private static Money money(JsonNode amount, String currency) {
        var of = new Currency(currency);
        return Money.of(amount.decimalValue().setScale(of.exponent(), RoundingMode.HALF_EVEN), of);
    }
}
