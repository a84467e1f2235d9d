package io.orderloom.embedded.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** A sample order in the form of Shopify's webhooks (Admin REST API, resource Order). */
public final class ShopifyPayload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREATED = "2026-11-02T10:04:05-05:00";

    private ShopifyPayload() {}

    public static byte[] created(SampleOrder order) {
        return bytes(order(order));
    }

    public static byte[] cancelled(SampleOrder order) {
        return bytes(
                order(order)
                        .put("cancelled_at", "2026-11-02T11:00:00-05:00")
                        .put("cancel_reason", "customer")
                        .put("updated_at", "2026-11-02T11:00:01-05:00"));
    }

    private static ObjectNode order(SampleOrder order) {
        var json =
                JSON.createObjectNode()
                        .put("id", order.id())
                        .put("admin_graphql_api_id", "gid://shopify/Order/" + order.id())
                        .put("name", order.name())
                        .put("order_number", order.id() % 1_000_000)
                        .put("created_at", CREATED)
                        .put("processed_at", CREATED)
                        .put("updated_at", CREATED)
                        .putNull("cancelled_at")
                        .putNull("cancel_reason")
                        .put("currency", "USD")
                        .put("presentment_currency", "USD")
                        .put("financial_status", "paid")
                        .put("source_name", "web")
                        .put("email", "ada@example.org")
                        .put("taxes_included", false)
                        .put("tax_exempt", false)
                        .put("test", false);
        money(json, "total_line_items_price", order.subtotal() + order.discounts());
        money(json, "subtotal_price", order.subtotal());
        money(json, "total_discounts", order.discounts());
        money(json, "total_tax", order.tax());
        money(json, "total_price", order.total());
        money(json, "total_outstanding", 0);
        json.set("total_shipping_price_set", set(order.shipping()));
        json.set("customer", customer());
        json.set("shipping_address", address());
        json.set("billing_address", address());
        json.putArray("refunds");
        json.putArray("fulfillments");
        discounts(json, order);
        lines(json, order);
        shipping(json, order);
        return json;
    }

    private static void discounts(ObjectNode json, SampleOrder order) {
        var applications = json.putArray("discount_applications");
        if (order.discounts() > 0) {
            applications
                    .addObject()
                    .put("type", "discount_code")
                    .put("code", "AUTUMN")
                    .put("target_type", "line_item")
                    .put("target_selection", "entitled")
                    .put("allocation_method", "across")
                    .put("value_type", "fixed_amount")
                    .put("value", SampleOrder.amount(order.discounts()).toPlainString());
        }
    }

    private static void lines(ObjectNode json, SampleOrder order) {
        var lines = json.putArray("line_items");
        IntStream.range(0, order.items().size())
                .forEach(i -> {
                    var item = order.items().get(i);
                    var line =
                            lines.addObject()
                                    .put("id", order.id() * 10 + i)
                                    .put("sku", item.sku())
                                    .put("title", item.title())
                                    .put("name", item.title())
                                    .put("quantity", item.quantity())
                                    .put("current_quantity", item.quantity())
                                    .put("gift_card", false)
                                    .put("taxable", true)
                                    .put("requires_shipping", true)
                                    .put("product_exists", true);
                    money(line, "price", item.price());
                    line.put("total_discount", "0.00");
                    tax(line, item.tax());
                    line.putArray("duties");
                    var allocations = line.putArray("discount_allocations");
                    if (item.discount() > 0) {
                        money(
                                allocations.addObject().put("discount_application_index", 0),
                                "amount",
                                item.discount());
                    }
                });
    }

    private static void shipping(ObjectNode json, SampleOrder order) {
        var lines = json.putArray("shipping_lines");
        if (order.shipping() > 0) {
            var line =
                    lines.addObject()
                            .put("id", order.id() * 10 + 9)
                            .put("code", "standard")
                            .put("title", "Standard shipping")
                            .put("is_removed", false);
            money(line, "price", order.shipping());
            money(line, "discounted_price", order.shipping());
            tax(line, SampleOrder.taxOn(order.shipping()));
            line.putArray("discount_allocations");
        }
    }

    private static void tax(ObjectNode line, long cents) {
        var tax =
                line.putArray("tax_lines")
                        .addObject()
                        .put("title", "New York City sales tax")
                        .put("rate", SampleOrder.TAX_RATE)
                        .put("channel_liable", false);
        money(tax, "price", cents);
    }

    private static ObjectNode customer() {
        return JSON.createObjectNode()
                .put("id", 207_119_551L)
                .put("email", "ada@example.org")
                .put("first_name", "Ada")
                .put("last_name", "Example");
    }

    private static ObjectNode address() {
        return JSON.createObjectNode()
                .put("first_name", "Ada")
                .put("last_name", "Example")
                .put("name", "Ada Example")
                .put("address1", "1 Example Street")
                .put("city", "New York")
                .put("zip", "10001-0420")
                .put("province_code", "NY")
                .put("country_code", "US");
    }

    /** Writes an amount, and the same in both currencies as Shopify's {@code _set}. */
    private static void money(ObjectNode json, String field, long cents) {
        json.put(field, SampleOrder.amount(cents).toPlainString());
        json.set(field + "_set", set(cents));
    }

    private static ObjectNode set(long cents) {
        var set = JSON.createObjectNode();
        for (var ledger : new String[] {"shop_money", "presentment_money"}) {
            set.putObject(ledger)
                    .put("amount", SampleOrder.amount(cents).toPlainString())
                    .put("currency_code", "USD");
        }
        return set;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
