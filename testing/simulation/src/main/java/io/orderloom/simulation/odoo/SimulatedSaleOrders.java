package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.simulation.wire.HttpReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sales orders: they are created with their lines, confirmed once, dated and cancelled. */
final class SimulatedSaleOrders {
    static final String MODEL = "sale.order";
    private static final String LINE = "sale.order.line";

    private final SimulatedRecords records;
    private final Names names;
    private final OdooLedger ledger;

    SimulatedSaleOrders(SimulatedRecords records, Names names, OdooLedger ledger) {
        this.records = records;
        this.names = names;
        this.ledger = ledger;
    }

    /** Creates an order and its lines in one transaction. */
    long enter(LoadInput.Row row, Instant now) {
        var lines = row.below().stream().map(LoadedSaleLine::new).toList();
        var currency = currency(row);
        var total =
                lines.stream()
                        .map(line ->
                                line.untaxed(currency.exponent())
                                        .add(line.tax(currency.exponent(), records)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var reference = Names.decoded(row.externalId());
        long id =
                ledger.enter(
                        new OdooLedger.Draft(
                                reference,
                                Money.of(total, currency),
                                lines.stream()
                                        .map(line -> line(line, reference, currency))
                                        .toList(),
                                customer(row)));
        names.put(row.externalId(), new Names.Named(MODEL, id, now));
        for (var line : lines) {
            long lineId = records.next();
            names.put(external(line), new Names.Named(LINE, lineId, now));
            records.at(LINE, lineId)
                    .put("order_id", id)
                    .put("qty_delivered", 0.0)
                    .put("qty_invoiced_posted", 0.0);
        }
        records.at(MODEL, id)
                .put("name", "S" + id)
                .put("state", "draft")
                .put("date_order", row.get("date_order"))
                .put("amount_total", total)
                .set("currency_id", SimulatedRecords.reference(1, currency.code()));
        return id;
    }

    private static String external(LoadedSaleLine line) {
        return line.get("id").replaceFirst("^orderloom\\.", "");
    }

    private Currency currency(LoadInput.Row row) {
        var list = known("product.pricelist", row.get("pricelist_id/.id"));
        var currency = known("res.currency", list.path("currency_id/.id").asText());
        return new Currency(currency.path("name").asText());
    }

    private Map<String, String> customer(LoadInput.Row row) {
        known("res.company", row.get("company_id/.id"));
        known("res.partner", row.get("partner_shipping_id/.id"));
        var bill = known("res.partner", row.get("partner_invoice_id/.id"));
        var buyer = known("res.partner", row.get("partner_id/.id"));
        var kept = new TreeMap<String, String>();
        for (var field : List.of("name", "email", "street")) {
            var text = buyer.path(field).asText();
            kept.put(field, text.isBlank() ? bill.path(field).asText() : text);
        }
        return kept;
    }

    private OdooLedger.Line line(LoadedSaleLine line, String reference, Currency currency) {
        line.taxes().forEach(tax -> known("account.tax", tax.toString()));
        var product = known("product.product", line.get("product_id/.id"));
        return new OdooLedger.Line(
                Names.decoded(external(line)).replaceFirst("^\\Q" + reference + "\\E/", ""),
                product.path("default_code").asText(product.path("name").asText()),
                line.quantity(),
                line.price(),
                line.tax(currency.exponent(), records));
    }

    private ObjectNode known(String model, String id) {
        return records.find(model, Long.parseLong(id))
                .orElseThrow(() -> new AssertionError("there is no %s %s".formatted(model, id)));
    }

    HttpReply act(String method, JsonNode arguments, Instant now) {
        long id = arguments.path("ids").path(0).asLong();
        var order = known(MODEL, Long.toString(id));
        var state = order.path("state").asText();
        switch (method) {
            case "action_confirm" -> {
                if (!state.equals("draft")) {
                    return OdooServer.raised(
                            422, "odoo.exceptions.UserError", "not in a state to be confirmed");
                }
                ledger.confirm(id);
                order.put("state", "sale").put("date_order", text(now));
            }
            case "action_cancel" -> {
                ledger.cancel(id);
                order.put("state", "cancel");
            }
            case "write" -> order.setAll((ObjectNode) arguments.path("vals"));
            case "message_post" -> order.put("note", arguments.path("body").asText());
            default ->
                    throw new AssertionError(
                            "the simulated Odoo does not know sale.order/" + method);
        }
        return HttpReply.json(200, JsonNodeFactory.instance.booleanNode(true));
    }

    private static String text(Instant time) {
        return time.toString().replace('T', ' ').substring(0, 19);
    }
}
