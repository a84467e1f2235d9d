package io.orderloom.embedded.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import java.util.List;
import java.util.Optional;

/** Reads CloudEvents by the HTTP protocol binding 1.0.2, structured or binary mode. */
final class CloudEvents {
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final List<String> ATTRIBUTES =
            List.of("specversion", "id", "source", "type", "subject", "time");

    private CloudEvents() {}

    /** The event in structured form; empty when it is no event of version 1.0. */
    static Optional<JsonNode> read(HttpExchange exchange, byte[] body) {
        var contentType = Exchanges.header(exchange, "Content-Type").orElse("");
        var event =
                contentType.startsWith("application/cloudevents+json")
                        ? StackJson.parse(body)
                        : binary(exchange, body);
        return event.filter(CloudEvents::complete);
    }

    private static Optional<JsonNode> binary(HttpExchange exchange, byte[] body) {
        ObjectNode event = StackJson.object();
        for (var attribute : ATTRIBUTES) {
            Exchanges.header(exchange, "ce-" + attribute)
                    .ifPresent(value -> event.put(attribute, value));
        }
        StackJson.parse(body).ifPresent(data -> event.set("data", data));
        return Optional.of(event);
    }

    private static boolean complete(JsonNode event) {
        return REQUIRED.stream().noneMatch(name -> event.path(name).asText().isBlank())
                && event.path("specversion").asText().equals("1.0");
    }
}
