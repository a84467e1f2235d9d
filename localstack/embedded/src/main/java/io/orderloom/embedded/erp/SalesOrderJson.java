package io.orderloom.embedded.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.common.StackJson;

/** Converts a sales order to and from JSON. */
final class SalesOrderJson {
    private SalesOrderJson() {}

    /** The order from the fields. If {@code fields} has a problem, the order is meaningless. */
    static SalesOrder read(RequestFields fields) {
        return new SalesOrder(
                fields.required("externalId"),
                customer(fields.object("customer")),
                fields.required("currency"),
                fields.date("postingDate"),
                fields.optional("reference"),
                fields.flag("taxesIncluded"),
                fields.list("lines", (line, _) -> line(line)),
                fields.decimal("total"));
    }

    static ObjectNode write(SalesOrder order) {
        var json =
                StackJson.object()
                        .put("externalId", order.externalId())
                        .put("currency", order.currency())
                        .put("postingDate", order.postingDate().toString())
                        .put("reference", order.reference())
                        .put("taxesIncluded", order.taxesIncluded())
                        .put("total", order.total().toPlainString());
        json.putObject("customer")
                .put("externalId", order.customer().externalId())
                .put("name", order.customer().name());
        var lines = json.putArray("lines");
        order.lines().forEach(line -> lines.add(write(line)));
        return json;
    }

    private static SalesOrder.Customer customer(RequestFields fields) {
        return new SalesOrder.Customer(fields.optional("externalId"), fields.optional("name"));
    }

    private static SalesOrder.Line line(RequestFields fields) {
        return new SalesOrder.Line(
                fields.required("externalId"),
                fields.optional("itemCode"),
                fields.optional("description"),
                fields.decimal("quantity"),
                fields.decimal("unitPrice"),
                fields.decimalOrZero("discount"),
                fields.list("taxes", (tax, _) -> tax(tax)));
    }

    private static SalesOrder.Tax tax(RequestFields fields) {
        return new SalesOrder.Tax(
                fields.required("name"), fields.decimal("rate"), fields.decimal("amount"));
    }

    private static JsonNode write(SalesOrder.Line line) {
        var json =
                StackJson.object()
                        .put("externalId", line.externalId())
                        .put("itemCode", line.itemCode())
                        .put("description", line.description())
                        .put("quantity", line.quantity().toPlainString())
                        .put("unitPrice", line.unitPrice().toPlainString())
                        .put("discount", line.discount().toPlainString());
        var taxes = json.putArray("taxes");
        line.taxes()
                .forEach(tax ->
                        taxes.addObject()
                                .put("name", tax.name())
                                .put("rate", tax.rate().toPlainString())
                                .put("amount", tax.amount().toPlainString()));
        return json;
    }
}
