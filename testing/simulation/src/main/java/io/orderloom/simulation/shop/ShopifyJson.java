package io.orderloom.simulation.shop;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.simulation.shop.SimulatedOrder.Item;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.shop.SimulatedOrder.Price;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An order in the form of Shopify's webhooks (Admin REST API, resource Order). */
record ShopifyJson(SimulatedOrder order) {
    private static final String PLACED = "2026-11-23T03:00:00-05:00";
    private static final String PAID = "2026-11-23T03:30:00-05:00";
    private static final String CANCELLED = "2026-11-23T04:00:00-05:00";

    byte[] created() {
        var json = json();
        if (order.kind() == Kind.PAID_LATER) {
            json.put("financial_status", "pending")
                    .put("total_outstanding", json.path("total_price").asText());
        }
        return bytes(json);
    }

    byte[] paid() {
        return bytes(json().put("updated_at", PAID));
    }

    byte[] cancelled() {
        return bytes(
                json().put("cancelled_at", CANCELLED)
                        .put("cancel_reason", "customer")
                        .put("updated_at", CANCELLED));
    }

    private ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", order.id())
                .put("name", "#" + order.id())
                .put("created_at", PLACED)
                .put("processed_at", PLACED)
                .put("updated_at", PLACED)
                .put("currency", order.currencies().shop())
                .put("presentment_currency", order.currencies().buyer())
                .put("financial_status", "paid")
                .put("source_name", "web")
                .put("email", order.buyer().email())
                .put("landing_site", order.ballast())
                .put("taxes_included", false)
                .put("tax_exempt", false)
                .put("test", order.kind() == Kind.TEST);
        var one = new Price(1, 1);
        money(json, "subtotal_price", order.subtotal());
        money(json, "total_discounts", order.discounts());
        money(json, "total_tax", order.taxes());
        money(
                json,
                "total_price",
                order.kind() == Kind.MISCOUNTED ? order.total().plus(one) : order.total());
        set(json, "total_shipping_price", order.shipping());
        json.putArray("refunds");
        buyer(json);
        discounts(json);
        lines(json);
        shipping(json);
        if (order.kind() == Kind.UNREADABLE) {
            json.putArray("line_items")
                    .addObject()
                    .put("id", order.id() * 1_000)
                    .put("quantity", -1);
        }
        return json;
    }

    private void buyer(ObjectNode json) {
        var buyer = order.buyer();
        json.putObject("customer")
                .put("id", order.id() + 500_000)
                .put("first_name", buyer.firstName())
                .put("last_name", buyer.lastName());
        for (var which : List.of("billing_address", "shipping_address")) {
            json.putObject(which)
                    .put("name", buyer.name())
                    .put("address1", buyer.street())
                    .put("city", buyer.city())
                    .put("country_code", "US");
        }
    }

    private void discounts(ObjectNode json) {
        var applications = json.putArray("discount_applications");
        if (order.discounts().buyer() > 0) {
            applications
                    .addObject()
                    .put("type", "discount_code")
                    .put("code", "AUTUMN")
                    .put("target_type", "line_item")
                    .put("target_selection", "entitled")
                    .put("allocation_method", "across")
                    .put("value_type", "fixed_amount")
                    .put("value", buyer(order.discounts()).toPlainString());
        }
    }

    private void lines(ObjectNode json) {
        var lines = json.putArray("line_items");
        for (int i = 0; i < order.items().size(); i++) {
            var item = order.items().get(i);
            var line =
                    lines.addObject()
                            .put("id", order.id() * 1_000 + i)
                            .put("sku", item.sku())
                            .put("title", "Item " + item.sku())
                            .put("quantity", item.quantity())
                            .put("requires_shipping", true);
            money(line, "price", item.price());
            taxed(line, item);
            var allocations = line.putArray("discount_allocations");
            if (item.discount().buyer() > 0) {
                var allocation = allocations.addObject().put("discount_application_index", 0);
                money(allocation, "amount", item.discount());
            }
        }
    }

    private void taxed(ObjectNode line, Item item) {
        var tax =
                line.putArray("tax_lines")
                        .addObject()
                        .put("title", "Sales tax")
                        .put("rate", new BigDecimal("0.0909"))
                        .put("channel_liable", false);
        money(tax, "price", item.tax());
    }

    private void shipping(ObjectNode json) {
        var lines = json.putArray("shipping_lines");
        if (order.shipping().buyer() > 0) {
            var line =
                    lines.addObject()
                            .put("id", order.id() * 1_000 + 999)
                            .put("code", "standard")
                            .put("title", "Standard");
            money(line, "price", order.shipping());
            line.putArray("tax_lines");
            line.putArray("discount_allocations");
        }
    }

    private void money(ObjectNode json, String field, Price price) {
        json.put(field, order.currencies().shopAmount(price).toPlainString());
        set(json, field, price);
    }

    private void set(ObjectNode json, String field, Price price) {
        var set = json.putObject(field + "_set");
        set.putObject("shop_money")
                .put("amount", order.currencies().shopAmount(price).toPlainString())
                .put("currency_code", order.currencies().shop());
        set.putObject("presentment_money")
                .put("amount", buyer(price).toPlainString())
                .put("currency_code", order.currencies().buyer());
    }

    private BigDecimal buyer(Price price) {
        return order.currencies().buyerAmount(price);
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
