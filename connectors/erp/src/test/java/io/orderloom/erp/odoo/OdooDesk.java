package io.orderloom.erp.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What a person at Odoo sees and does. */
@ApplicationScoped
class OdooDesk {
    private final OdooClient client;

    OdooDesk(OdooClient client) {
        this.client = client;
    }

    JsonNode call(String model, String method, Map<String, Object> arguments) {
        return switch (client.call(new Call(model, method, arguments, Map.of(), true))) {
            case Answer.Given<JsonNode>(var value) -> value;
            case Answer.Missed<JsonNode>(var fault) -> throw new AssertionError(fault.toString());
        };
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
}
