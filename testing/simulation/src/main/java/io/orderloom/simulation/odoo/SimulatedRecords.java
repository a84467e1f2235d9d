package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of each model, and those that every Odoo has from the start. */
final class SimulatedRecords {
    static final long COMPANY = 1;
    private static final long USUAL_TAX = 15;
    private static final long COUNTRY = 233;

    private final Map<String, Map<Long, ObjectNode>> models = new HashMap<>();
    private long last = 1_000;

    SimulatedRecords() {
        var company = at("res.company", COMPANY);
        company.set("currency_id", reference(1, "USD"));
        company.set("account_fiscal_country_id", reference(COUNTRY, "United States"));
        company.set("account_sale_tax_id", reference(USUAL_TAX, "15%"));
        at("res.country", COUNTRY).put("code", "US");
        currency(1, "USD", 2);
        currency(2, "EUR", 2);
        currency(3, "JPY", 0);
        currency(4, "KWD", 3);
        at("account.tax", USUAL_TAX)
                .put("name", "15%")
                .put("amount", 15.0)
                .put("price_include", false)
                .put("type_tax_use", "sale")
                .put("amount_type", "percent")
                .put("company_id", COMPANY);
        for (var document : new String[] {"invoice", "refund"}) {
            at("account.tax.repartition.line", ++last)
                    .put("tax_id", USUAL_TAX)
                    .put("repartition_type", "tax")
                    .put("document_type", document)
                    .set("account_id", reference(400, "Tax"));
        }
    }

    private void currency(long id, String code, int decimals) {
        at("res.currency", id)
                .put("name", code)
                .put("decimal_places", decimals)
                .putArray("rate_ids")
                .add(id);
    }

    static ArrayNode reference(long id, String name) {
        return JsonNodeFactory.instance.arrayNode().add(id).add(name);
    }

    long next() {
        return ++last;
    }

    /** The record, which is created if there is none. */
    ObjectNode at(String model, long id) {
        return models.computeIfAbsent(model, _ -> new LinkedHashMap<>())
                .computeIfAbsent(id, _ -> JsonNodeFactory.instance.objectNode().put("id", id));
    }

    Optional<ObjectNode> find(String model, long id) {
        return Optional.ofNullable(models.getOrDefault(model, Map.of()).get(id));
    }

    Stream<ObjectNode> all(String model) {
        return models.getOrDefault(model, Map.of()).values().stream();
    }
}
