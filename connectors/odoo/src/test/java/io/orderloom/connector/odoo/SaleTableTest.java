package io.orderloom.connector.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.money.Ledger;
import io.orderloom.order.TaxLine.Collector;
import io.orderloom.sample.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SaleTableTest {
    private static final StatedTax STATE =
            new StatedTax("NY State Tax", new BigDecimal("8"), false, Collector.MERCHANT);
    private static final SaleIds REFERENCES =
            new SaleIds(
                    1,
                    2,
                    3,
                    10,
                    11,
                    12,
                    Map.of(
                            new Item.Sku("MUG-01"),
                            21L,
                            new Item.Sku("TEA-07"),
                            22L,
                            Item.Charge.DISCOUNT,
                            23L,
                            Item.Charge.SHIPPING,
                            24L),
                    Map.of(STATE, 31L));
    private static final Booking BOOKING =
            new Booking(Samples.order(), Samples.personalData(), Ledger.SETTLEMENT);
    private static final ExternalId ID = ExternalId.salesOrder(Samples.ORDER);

    private final Call.Table table =
            SaleTable.of(BOOKING, ID, OdooOrders.lines(BOOKING), REFERENCES);

    private String cell(int row, String field) {
        return table.rows().get(row).get(table.fields().indexOf(field));
    }

    @Test
    void the_first_row_carries_the_order_and_the_others_only_their_line() {
        assertThat(cell(0, "id")).isEqualTo("orderloom.demo-shop:450789469/sales-order");
        assertThat(cell(0, "partner_id/.id")).isEqualTo("10");
        assertThat(cell(0, "partner_invoice_id/.id")).isEqualTo("11");
        assertThat(cell(0, "partner_shipping_id/.id")).isEqualTo("12");
        assertThat(cell(0, "pricelist_id/.id")).isEqualTo("3");
        assertThat(cell(0, "date_order")).isEqualTo("2026-11-02 12:00:00");
        assertThat(cell(0, "client_order_ref")).isEqualTo("#1001");
        assertThat(cell(0, "origin")).isEqualTo("demo-shop:450789469");
        assertThat(IntStream.range(1, 4).mapToObj(row -> cell(row, "id"))).containsOnly("");
    }

    @Test
    void every_line_has_an_external_id_so_that_a_repetition_adds_none() {
        var ids = IntStream.range(0, 4).mapToObj(row -> cell(row, "order_line/id")).toList();

        assertThat(ids)
                .containsExactly(
                        "orderloom.demo-shop:450789469/sales-order/line/1",
                        "orderloom.demo-shop:450789469/sales-order/line/1/discount/0",
                        "orderloom.demo-shop:450789469/sales-order/line/2",
                        "orderloom.demo-shop:450789469/sales-order/shipping/s1");
    }

    @Test
    void a_line_states_its_taxes_and_odoo_is_not_to_compute_them() throws Exception {
        assertThat(cell(1, "order_line/product_id/.id")).isEqualTo("23");
        assertThat(cell(1, "order_line/price_unit")).isEqualTo("-2.50");
        assertThat(cell(1, "order_line/discount")).isEqualTo("0");
        assertThat(cell(1, "order_line/tax_ids/.id")).isEqualTo("31");
        assertThat(new ObjectMapper().readTree(cell(1, "order_line/extra_tax_data")))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"currency_id": 2, "price_unit": -2.50, "quantity": 1,
                                         "discount": 0, "manual_total_excluded_currency": -2.50,
                                         "manual_tax_amounts": {"31": {
                                           "tax_amount_currency": -0.20,
                                           "base_amount_currency": -2.50}}}
                                        """));
    }

    @Test
    void to_restate_an_order_only_its_lines_are_written() {
        var restated = SaleTable.linesOnly(ID, OdooOrders.lines(BOOKING), REFERENCES);

        assertThat(restated.fields().subList(1, restated.fields().size()))
                .allMatch(field -> field.startsWith("order_line/"));
        assertThat(restated.rows().stream().map(List::getFirst))
                .containsExactly("orderloom.demo-shop:450789469/sales-order", "", "", "");
    }
}
