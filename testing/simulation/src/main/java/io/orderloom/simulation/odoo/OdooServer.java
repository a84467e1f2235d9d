package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.simulation.wire.HttpReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * JSON-2: one method of one model per call, in one transaction. A call that the adapter has no
 * reason to make is a bug of the adapter and ends the run.
 */
public final class OdooServer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PRODUCT = "product.product";
    private static final String MODEL_DATA = "ir.model.data";

    private final SimulatedRecords records = new SimulatedRecords();
    private final Names names = new Names();
    private final OdooLedger ledger;
    private final SimulatedSaleOrders orders;
    private final InstantSource clock;

    public OdooServer(OdooLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.orders = new SimulatedSaleOrders(records, names, ledger);
    }

    /** Returns whether the call is in doubt if its answer is lost. */
    static boolean writes(String method) {
        return !method.equals("search_read") && !method.equals("default_get");
    }

    /**
     * @param begun when the transaction began; it doesn't see what was committed since
     */
    HttpReply call(String model, String method, JsonNode arguments, Instant begun) {
        return switch (method) {
            case "search_read" -> HttpReply.json(200, read(model, arguments));
            case "default_get" ->
                    HttpReply.json(
                            200, JSON.objectNode().put("company_id", SimulatedRecords.COMPANY));
            case "load" -> HttpReply.json(200, load(model, arguments, begun));
            default -> orders.act(method, arguments, clock.instant());
        };
    }

    /** The answer for a Python exception, which means that the transaction was rolled back. */
    static HttpReply raised(int status, String name, String message) {
        return HttpReply.json(status, JSON.objectNode().put("name", name).put("message", message));
    }

    /** The answer of {@code load} if another transaction committed the same external id. */
    static ObjectNode taken() {
        return refused(
                "duplicate key value violates unique constraint"
                        + " \"ir_model_data_module_name_uniq_index\"");
    }

    private static ObjectNode refused(String why) {
        var answer = JSON.objectNode().put("ids", false);
        answer.putArray("messages").addObject().put("type", "error").put("message", why);
        return answer;
    }

    private ArrayNode read(String model, JsonNode arguments) {
        var domain = new Domain(arguments.path("domain"));
        var found = JSON.arrayNode();
        candidates(model, arguments.path("domain"))
                .filter(domain::matches)
                .forEach(row -> found.add(shown(row, arguments.path("fields"))));
        return found;
    }

    private Stream<ObjectNode> candidates(String model, JsonNode domain) {
        var named = domain.path(1);
        return switch (model) {
            case MODEL_DATA ->
                    named.path(0).asText().equals("name")
                            ? stream(named.path(2)).flatMap(name -> names.row(name.asText()))
                            : names.rows();
            case PRODUCT ->
                    stream(domain.path(0).path(2)).map(JsonNode::asText).flatMap(this::product);
            case SimulatedSaleOrders.MODEL ->
                    records.find(model, domain.path(0).path(2).asLong()).stream();
            default -> records.all(model);
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Products by SKU. The item master has all that the ledger's owner sells. */
    private Stream<ObjectNode> product(String sku) {
        return ledger.sells(sku)
                ? Stream.of(
                        records.at(PRODUCT, 1_000_000_000L + Math.abs((long) sku.hashCode()))
                                .put("default_code", sku)
                                .put("barcode", false)
                                .put("sale_ok", true))
                : Stream.empty();
    }

    private static ObjectNode shown(ObjectNode row, JsonNode fields) {
        var shown = JSON.objectNode();
        shown.set("id", row.path("id"));
        for (var field : fields) {
            var value = row.path(field.asText());
            // Odoo returns false for an empty field.
            shown.set(field.asText(), value.isMissingNode() ? JSON.booleanNode(false) : value);
        }
        return shown;
    }

    private ObjectNode load(String model, JsonNode arguments, Instant begun) {
        var table = LoadInput.of(arguments);
        boolean insertOnly = arguments.path("context").path("mode").asText().equals("update");
        if (!insertOnly) {
            throw new AssertionError("no draft is edited here, and so none is restated");
        }
        if (table.rows().stream().anyMatch(row -> names.lostRace(row.externalId(), begun))) {
            return taken();
        }
        var ids = JSON.arrayNode();
        for (var row : table.rows()) {
            ids.add(
                    names.get(row.externalId())
                            .map(Names.Named::id)
                            .orElseGet(() -> create(model, row)));
        }
        var answer = JSON.objectNode();
        answer.set("ids", ids);
        answer.putArray("messages");
        return answer;
    }

    private long create(String model, LoadInput.Row row) {
        if (model.equals(SimulatedSaleOrders.MODEL)) {
            return orders.enter(row, clock.instant());
        }
        long id = records.next();
        names.put(row.externalId(), new Names.Named(model, id, clock.instant()));
        var made = records.at(model, id);
        row.fields()
                .forEach((field, value) -> {
                    if (!field.equals("id")) {
                        made.put(field, value);
                    }
                });
        if (model.equals("account.tax")) {
            made.put("amount", new BigDecimal(row.get("amount")))
                    .put("company_id", Long.parseLong(row.get("company_id/.id")))
                    .put("price_include", row.get("price_include_override").equals("tax_included"));
        }
        return id;
    }
}
