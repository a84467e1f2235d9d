package io.orderloom.embedded.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.ErpChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The sales orders of an Odoo, by the identities that imports gave them ({@code ir.model.data}). It
 * does not use the adapter, so that it shows what the ERP really has.
 */
record OdooBooks(ErpChoice.Odoo odoo) implements BookedOrders {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<Entry> entries() {
        try (var http = HttpClient.newHttpClient()) {
            var identities = ask(http, "ir.model.data", identities());
            var orders = ask(http, "sale.order", orders(identities));
            return StreamSupport.stream(identities.spliterator(), false)
                    .flatMap(identity -> entries(identity, orders).stream())
                    .toList();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static ObjectNode identities() {
        var request = request("name", "res_id");
        var domain = request.withArray("domain");
        domain.addArray().add("module").add("=").add("orderloom");
        domain.addArray().add("model").add("=").add("sale.order");
        return request;
    }

    private static ObjectNode orders(JsonNode identities) {
        var request = request("name", "amount_total", "state");
        var ids = request.withArray("domain").addArray().add("id").add("in").addArray();
        identities.forEach(identity -> ids.add(identity.path("res_id")));
        return request;
    }

    private static ObjectNode request(String... fields) {
        var request = JsonNodeFactory.instance.objectNode();
        var names = request.putArray("fields");
        List.of(fields).forEach(names::add);
        return request;
    }

    private static List<Entry> entries(JsonNode identity, JsonNode orders) {
        return StreamSupport.stream(orders.spliterator(), false)
                .filter(order -> order.path("id").equals(identity.path("res_id")))
                .map(order ->
                        new Entry(
                                identity.path("name").asText(),
                                order.path("name").asText(),
                                new BigDecimal(order.path("amount_total").asText()),
                                order.path("state").asText().equals("cancel")))
                .toList();
    }

    private JsonNode ask(HttpClient http, String model, ObjectNode request)
            throws IOException, InterruptedException {
        var call =
                HttpRequest.newBuilder(odoo.url().resolve("/json/2/" + model + "/search_read"))
                        .timeout(Duration.ofSeconds(30))
                        .header("authorization", "bearer " + odoo.apiKey())
                        .header("content-type", "application/json")
                        .header("x-odoo-database", odoo.database())
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                        .build();
        var answer = http.send(call, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "Odoo answered %d to a search of %s".formatted(answer.statusCode(), model));
        }
        return JSON.readTree(answer.body());
    }
}
