package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.order.OrderId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A person's view of Odoo and actions in it. */
final class OdooDesk {
    private final OdooClient client;

    private OdooDesk(OdooClient client) {
        this.client = client;
    }

    /** In the Odoo that the variables name. */
    static OdooDesk ofTheReal() {
        return new OdooDesk(new OdooClient(OdooInstance.real(), new HttpOdooLink()));
    }

    JsonNode call(String model, String method, Map<String, Object> arguments) {
        return switch (client.call(new Call(model, method, arguments, Map.of(), true))) {
            case CallResult.Given<JsonNode>(var value) -> value;
            case CallResult.Missed<JsonNode>(var fault) ->
                    throw new AssertionError(fault.toString());
        };
    }

    JsonNode act(String model, JsonNode record, String method) {
        return call(model, method, Map.of("ids", List.of(record.path("id").asLong())));
    }

    void write(String model, JsonNode record, Map<String, Object> values) {
        call(model, "write", Map.of("ids", List.of(record.path("id").asLong()), "vals", values));
    }

    long count(String model, String field, Object value) {
        return call(model, "search_count", Map.of("domain", List.of(List.of(field, "=", value))))
                .asLong();
    }

    JsonNode read(String model, String field, Object value, String... fields) {
        return call(
                model,
                "search_read",
                Map.of("domain", List.of(List.of(field, "=", value)), "fields", List.of(fields)));
    }

    JsonNode order(OrderId order, String... fields) {
        return read("sale.order", "origin", order.toString(), fields).path(0);
    }

    void deliver(OrderId order) {
        var picking = order(order, "picking_ids").path("picking_ids").path(0).asLong();
        for (var move : read("stock.move", "picking_id", picking, "product_uom_qty")) {
            write(
                    "stock.move",
                    move,
                    Map.of(
                            "quantity",
                            move.path("product_uom_qty").decimalValue(),
                            "picked",
                            true));
        }
        call("stock.picking", "button_validate", Map.of("ids", List.of(picking)));
    }

    /** Invoices the whole order and posts the invoice. */
    JsonNode invoice(OrderId order) {
        var number = order(order, "name");
        var wizard =
                call(
                        "sale.advance.payment.inv",
                        "create",
                        Map.of(
                                "vals_list",
                                List.of(
                                        Map.of(
                                                "advance_payment_method",
                                                "delivered",
                                                "sale_order_ids",
                                                List.of(number.path("id").asLong())))));
        call("sale.advance.payment.inv", "create_invoices", Map.of("ids", wizard));
        var invoice =
                read("account.move", "invoice_origin", number.path("name").asText(), "amount_total")
                        .path(0);
        act("account.move", invoice, "action_post");
        return invoice;
    }

    /** The amount that is owed of each tax, by the tax's name. */
    Map<String, String> taxes(JsonNode invoice) {
        var taxes = new HashMap<String, String>();
        for (var entry : entries(invoice)) {
            if (entry.path("tax_line_id").isArray()) {
                taxes.put(
                        entry.path("tax_line_id").path(1).asText(),
                        entry.path("balance").decimalValue().negate().setScale(2).toPlainString());
            }
        }
        return taxes;
    }

    Set<String> taxAccounts(JsonNode invoice) {
        var accounts = new HashSet<String>();
        for (var entry : entries(invoice)) {
            if (entry.path("tax_line_id").isArray()) {
                accounts.add(entry.path("account_id").path(1).asText());
            }
        }
        return accounts;
    }

    private JsonNode entries(JsonNode invoice) {
        return read(
                "account.move.line",
                "move_id",
                invoice.path("id").asLong(),
                "tax_line_id",
                "balance",
                "account_id");
    }
}
