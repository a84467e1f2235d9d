package io.orderloom.connector.odoo;

import static io.orderloom.connector.contract.Basket.taxes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.connector.contract.Basket;
import io.orderloom.connector.contract.Baskets;
import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fault.Fault;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Line;
import io.orderloom.order.OrderId;
import io.orderloom.order.TaxLine.Collector;
import io.orderloom.sample.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OdooOrdersTest {
    private static final StatedTax STATE =
            new StatedTax("NY State Tax", new BigDecimal("8"), false, Collector.MERCHANT);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Booking booking(Basket basket) {
        return basket.booking(new OrderId("demo-shop", "1"));
    }

    @Test
    void lines_discounts_and_shipping_are_lines_of_the_order_in_their_order() {
        var booking = new Booking(Samples.order(), Samples.personalData(), Ledger.SETTLEMENT);

        var lines = OdooOrders.lines(booking);

        assertThat(lines)
                .extracting(SaleLine::part)
                .containsExactly("line/1", "line/1/discount/0", "line/2", "shipping/s1");
        assertThat(lines)
                .extracting(SaleLine::item)
                .containsExactly(
                        new Item.Sku("MUG-01"),
                        Item.Charge.DISCOUNT,
                        new Item.Sku("TEA-07"),
                        Item.Charge.SHIPPING);
        assertThat(lines)
                .extracting(SaleLine::unitPrice)
                .containsExactly(usd("12.50"), usd("-2.50"), usd("8.00"), usd("5.00"));
        assertThat(lines.get(1).description()).isEqualTo("WELCOME10: MUG-01");
    }

    @Test
    void a_discount_takes_back_the_tax_on_itself_and_the_line_keeps_the_rest_of_what_was_stated() {
        var booking = new Booking(Samples.order(), Samples.personalData(), Ledger.SETTLEMENT);

        var lines = OdooOrders.lines(booking);

        assertThat(lines.get(0).taxes()).containsExactly(Map.entry(STATE, usd("2.00")));
        assertThat(lines.get(1).taxes()).containsExactly(Map.entry(STATE, usd("-0.20")));
    }

    @ParameterizedTest
    @MethodSource("io.orderloom.connector.contract.Baskets#all")
    void the_lines_add_up_to_the_order_and_each_tax_to_what_was_stated(Basket basket) {
        var booking = booking(basket);

        var lines = OdooOrders.lines(booking);

        var currency = booking.total().currency();
        var untaxed = Money.sum(lines.stream().map(SaleLine::untaxed).toList(), currency);
        var taxes =
                Money.sum(
                        lines.stream().flatMap(line -> line.taxes().values().stream()).toList(),
                        currency);
        assertThat(untaxed.plus(taxes)).isEqualTo(booking.total());
        assertThat(taxes).isEqualTo(booking.order().declared().tax().settlement());
    }

    @Test
    void a_tax_of_nothing_is_no_tax_and_a_discount_of_nothing_no_line() {
        var booking =
                booking(
                        Basket.of("exempt", "USD", false)
                                .line("MUG-01", 1, "5.00", taxes("State 0.04 0.00"), "0.00"));

        var lines = OdooOrders.lines(booking);

        assertThat(lines).singleElement().satisfies(l -> assertThat(l.taxes()).isEmpty());
    }

    @Test
    void duties_and_taxes_of_the_whole_order_are_lines_of_their_own() {
        var booking =
                booking(
                        Basket.of("import", "USD", false)
                                .line("MUG-01", 1, "80.00", taxes())
                                .duty("4.37", "State 0.07 0.31")
                                .orderTaxes("State 0.07 5.60"));

        var lines = OdooOrders.lines(booking);

        assertThat(lines)
                .extracting(SaleLine::part)
                .containsExactly("line/1", "line/1/duty/0", "tax");
        assertThat(lines.getLast().unitPrice()).isEqualTo(usd("0.00"));
        assertThat(lines.getLast().taxes().values()).containsExactly(usd("5.60"));
    }

    @ParameterizedTest
    @EnumSource(value = Line.Type.class, names = "PRODUCT", mode = EnumSource.Mode.EXCLUDE)
    void a_line_without_a_product_is_sold_as_its_kind_of_charge(Line.Type type) {
        var booking = booking(Basket.of("a charge", "USD", false).charge(type, "1.00"));

        var lines = OdooOrders.lines(booking);

        assertThat(lines).singleElement().extracting(SaleLine::item).hasToString(type.name());
    }

    @Test
    void amounts_are_taken_from_the_ledger_that_is_booked() {
        var booking = new Booking(Samples.order(), Samples.personalData(), Ledger.TRANSACTION);

        assertThat(OdooOrders.lines(booking).getFirst().unitPrice()).isEqualTo(usd("12.50"));
    }

    @Test
    void external_ids_of_lines_stay_apart_from_each_other() {
        Stream.concat(
                        Baskets.all(),
                        Stream.of(Basket.of("plain", "USD", false).line("A", 1, "1", taxes())))
                .map(basket -> OdooOrders.lines(booking(basket)))
                .forEach(lines ->
                        assertThat(lines).extracting(SaleLine::part).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource({"approved, USD", "sale, HRK"})
    void a_document_in_an_unknown_state_or_currency_is_refused_by_its_number(
            String state, String currency) throws Exception {
        var json =
                new ObjectMapper()
                        .readTree(
                                """
                                {"id": 7, "name": "S00007", "state": "%s", "amount_total": 1.5,
                                 "currency_id": [9, "%s"], "date_order": "2026-11-02 12:00:00"}
                                """
                                        .formatted(state, currency));

        assertThat(SaleOrder.of(json))
                .asInstanceOf(type(CallResult.Missed.class))
                .extracting(missed -> missed.fault())
                .asInstanceOf(type(Fault.Rejected.class))
                .extracting(Fault.Rejected::subject)
                .isEqualTo("S00007");
    }

    @Test
    void each_state_of_odoo_is_read_as_a_state_of_the_document() {
        var order =
                new SaleOrder(
                        7, "S00007", SaleOrder.State.SENT, usd("1.00"), LocalDate.of(2026, 11, 2));

        var states =
                List.of(SaleOrder.State.values()).stream()
                        .map(state -> OdooOrders.document("odoo", order.in(state)).state());

        assertThat(states)
                .containsExactly(
                        ErpDocument.State.DRAFT,
                        ErpDocument.State.DRAFT,
                        ErpDocument.State.CONFIRMED,
                        ErpDocument.State.CANCELLED);
    }
}
