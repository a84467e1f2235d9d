package io.orderloom.connector.odoo;

import static io.orderloom.connector.contract.Basket.taxes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.connector.contract.Basket;
import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp.Booked;
import io.orderloom.erp.Erp.Failed;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.order.OrderId;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** Tests of a real Odoo beyond the contract of every ERP. */
@RealOdoo
@QuarkusTest
class OdooErpTest {
    private static final AtomicInteger ORDERS = new AtomicInteger();

    private final OdooErp erp = OdooInstance.erp(OdooInstance.real());
    private final SaleOrders orders = OdooInstance.orders(OdooInstance.real());
    private final OdooDesk desk = OdooDesk.ofTheReal();

    private final OrderId order =
            new OrderId("odoo", Instant.now().toEpochMilli() + "-" + ORDERS.incrementAndGet());
    private final ExternalId id = ExternalId.salesOrder(order);

    private Booking booking() {
        return Basket.of("two taxes, a discount", "USD", false)
                .line("MUG-01", 3, "12.50", taxes("State 0.04 1.36", "City 0.045 1.55"), "3.33")
                .line("TEA-07", 1, "7.99", taxes("State 0.04 0.32", "City 0.045 0.36"))
                .booking(order);
    }

    private static ObjectAssert<Fault.Rejected> assertRejected(Object answer) {
        return assertThat(answer)
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::fault)
                .asInstanceOf(type(Fault.Rejected.class));
    }

    @Test
    void the_posting_date_is_the_orders_business_date() {
        erp.post(booking(), id);

        assertThat(desk.order(order, "date_order").path("date_order").asText())
                .startsWith(booking().order().businessDate().toString());
    }

    @Test
    void an_invoice_of_the_order_books_each_tax_as_the_source_stated_it() {
        erp.post(booking(), id);

        var invoice = desk.invoice(order);

        assertThat(invoice.path("amount_total").decimalValue()).isEqualByComparingTo("45.75");
        assertThat(desk.taxes(invoice))
                .containsOnly(Map.entry("State 4%", "1.68"), Map.entry("City 4.5%", "1.91"));
        assertThat(desk.taxAccounts(invoice)).containsOnly("Tax Received");
    }

    @Test
    void an_order_that_was_entered_but_not_confirmed_is_adopted() {
        orders.findOrEnter(booking(), id);
        assertThat(desk.order(order, "state").path("state").asText()).isEqualTo("draft");

        var answer = erp.post(booking(), id);

        assertThat(answer).isInstanceOf(Booked.class).isEqualTo(erp.find(id));
        assertThat(desk.count("sale.order", "origin", order.toString())).isEqualTo(1);
        assertThat(desk.order(order, "state").path("state").asText()).isEqualTo("sale");
    }

    @Test
    void an_order_that_was_confirmed_but_not_dated_is_dated() {
        orders.findOrEnter(booking(), id);
        desk.act("sale.order", desk.order(order), "action_confirm");

        erp.post(booking(), id);

        assertThat(desk.order(order, "date_order").path("date_order").asText())
                .startsWith(booking().order().businessDate().toString());
    }

    @Test
    void a_draft_that_somebody_edited_is_set_to_what_the_source_stated() {
        orders.findOrEnter(booking(), id);
        var line = desk.read("sale.order.line", "order_id.origin", order.toString()).path(0);
        desk.write("sale.order.line", line, Map.of("price_unit", 99));

        var answer = erp.post(booking(), id);

        assertThat(answer)
                .asInstanceOf(type(Booked.class))
                .extracting(booked -> booked.document().total())
                .isEqualTo(booking().total());
    }

    @Test
    void a_confirmed_order_that_somebody_edited_is_left_alone_and_reported_as_it_is() {
        erp.post(booking(), id);
        var line = desk.read("sale.order.line", "order_id.origin", order.toString()).path(0);
        desk.write("sale.order.line", line, Map.of("product_uom_qty", 4));

        var answer = erp.post(booking(), id);

        assertThat(answer)
                .asInstanceOf(type(Booked.class))
                .extracting(booked -> booked.document().total())
                .isNotEqualTo(booking().total());
    }

    @Test
    void an_order_that_was_cancelled_in_odoo_is_not_posted_anew() {
        erp.post(booking(), id);
        desk.act("sale.order", desk.order(order), "action_cancel");

        var answer = erp.post(booking(), id);

        assertRejected(answer).extracting(Fault.Rejected::reason).isEqualTo("document_cancelled");
        assertThat(desk.count("sale.order", "origin", order.toString())).isEqualTo(1);
    }

    @Test
    void a_delivered_order_is_not_cancelled_although_odoo_would() {
        erp.post(booking(), id);
        desk.deliver(order);

        var answer = erp.cancel(id, "customer");

        assertRejected(answer).extracting(Fault.Rejected::reason).isEqualTo("already_delivered");
        assertThat(desk.order(order, "state").path("state").asText()).isEqualTo("sale");
    }

    @Test
    void an_invoiced_order_is_not_cancelled_although_odoo_would() {
        erp.post(booking(), id);
        desk.invoice(order);

        var answer = erp.cancel(id, "customer");

        assertRejected(answer).extracting(Fault.Rejected::reason).isEqualTo("already_invoiced");
        assertThat(desk.order(order, "state").path("state").asText()).isEqualTo("sale");
    }

    @Test
    void a_currency_that_is_not_active_is_refused() {
        var booking =
                Basket.of("francs", "CHF", false).line("MUG-01", 1, "1.00", taxes()).booking(order);

        var answer = erp.post(booking, id);

        assertRejected(answer)
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo("unknown_currency");
                    assertThat(refused.subject()).isEqualTo("CHF");
                });
    }

    @Test
    void a_tax_that_may_not_be_made_is_refused_and_says_how_to_map_it() {
        var strict = OdooInstance.erp(OdooInstance.withoutNewTaxes(OdooInstance.real()));
        var booking =
                Basket.of("a tax of nowhere", "USD", false)
                        .line("MUG-01", 1, "1.00", taxes("Nowhere_tax 0.5 0.50"))
                        .booking(order);

        var answer = strict.post(booking, id);

        assertRejected(answer)
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo("unknown_tax");
                    assertThat(refused.detail())
                            .contains("orderloom.tax/Nowhere%20tax/50/excluded");
                });
        assertThat(desk.count("sale.order", "origin", order.toString())).isZero();
    }

    @Test
    void the_only_tax_of_the_company_that_fits_is_used() {
        var booking =
                Basket.of("the usual tax", "USD", false)
                        .line("MUG-01", 1, "10.00", taxes("Sales_tax 0.15 1.50"))
                        .booking(order);

        erp.post(booking, id);

        var invoice = desk.invoice(order);
        assertThat(desk.taxes(invoice)).containsOnly(Map.entry("15%", "1.50"));
    }

    @Test
    void a_customer_is_made_once_and_what_odoos_people_change_stays() {
        erp.post(booking(), id);
        var customer = desk.order(order, "partner_id").path("partner_id").path(0);
        desk.call(
                "res.partner",
                "write",
                Map.of("ids", List.of(customer), "vals", Map.of("name", "Ada of Accounting")));
        var next = new OrderId(order.channelInstance(), order.channelOrderId() + "-next");

        erp.post(
                Basket.of("another", "USD", false).line("MUG-01", 1, "1.00", taxes()).booking(next),
                ExternalId.salesOrder(next));

        JsonNode found = desk.order(next, "partner_id").path("partner_id");
        assertThat(found.path(0)).isEqualTo(customer);
        assertThat(found.path(1).asText()).isEqualTo("Ada of Accounting");
    }
}
