package io.orderloom.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.sample.Samples;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every order in other people's documentation, client libraries and webhook collections: each is
 * accepted to the cent, or rejected for the reason listed here.
 */
class ShopifyCorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("orderloom.root", "../.."), "../shared/fixtures/shopify");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String THREE_LINES_TOTAL_OF_TWO =
            "MONEY total: stated 409.94 USD, but lines 597.00 USD + shipping 0.00 USD + duties"
                    + " 0.00 USD + taxes not included 11.94 USD + explained 0.00 USD is 608.94 USD; -199.00 USD is"
                    + " unexplained (transaction ledger)";

    /** Payloads that contradict themselves or lack something that every order has. */
    private static final Map<String, String> REFUSED =
            Map.ofEntries(
                    Map.entry(
                            "admin-rest-order/docs-GET-Retrieve-a-list-of-orders-2.json /orders/0",
                            "currency: is missing"),
                    Map.entry(
                            "admin-rest-order/docs-GET-Retrieve-a-specific-order.json /order",
                            "currency: is missing"),
                    Map.entry(
                            "admin-rest-order/python-order.json /order", THREE_LINES_TOTAL_OF_TWO),
                    Map.entry(
                            "admin-rest-order/python-orders.json /orders/0",
                            "line_items: is missing"),
                    Map.entry(
                            "admin-rest-order/ruby-v9.5.1-order.json /order",
                            THREE_LINES_TOTAL_OF_TWO),
                    Map.entry(
                            "admin-rest-order/shopifycr-order.json ",
                            "discount_applications: is no array"),
                    Map.entry(
                            "admin-rest-order_with_properties/ruby-v9.5.1-order_with_properties.json"
                                    + " /order",
                            "MONEY total: stated 409.94 USD, but lines 69.00 USD + shipping 0.00"
                                    + " USD + duties 0.00 USD + taxes not included 11.94 USD + explained 0.00 USD is"
                                    + " 80.94 USD; 329.00 USD is unexplained (transaction ledger)"),
                    Map.entry(
                            "admin-rest-orders/ruby-v9.5.1-orders.json /orders/0",
                            THREE_LINES_TOTAL_OF_TWO));

    @BeforeAll
    static void corpusIsThere() {
        if (!Files.isDirectory(CORPUS)) {
            System.err.println("SKIPPED: no payload corpus in " + CORPUS.toAbsolutePath());
        }
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no payload corpus in " + CORPUS);
    }

    @Test
    void every_order_of_the_corpus_is_accepted_or_refused_for_its_known_reason() {
        var orders = orders();

        var refused = new TreeMap<String, String>();
        orders.forEach((name, order) -> outcome(order).forEach(r -> refused.put(name, r)));

        assertThat(orders).hasSizeGreaterThan(40);
        var expected = new TreeMap<>(REFUSED);
        expected.keySet().retainAll(orders.keySet());
        assertThat(refused).containsExactlyEntriesOf(expected);
    }

    @Test
    void every_accepted_order_keeps_its_lines_and_its_total() {
        var accepted = new TreeMap<>(orders());
        accepted.keySet().removeAll(REFUSED.keySet());

        for (var entry : accepted.entrySet()) {
            var order = entry.getValue();
            var placed = (Fact.OrderPlaced) facts("orders/create", order).getFirst();
            assertThat(placed.order().declared().total().settlement().decimal())
                    .as(entry.getKey())
                    .isEqualByComparingTo(order.path("total_price").asText());
            assertThat(placed.order().lines().stream().map(line -> line.sourceLineId()))
                    .as(entry.getKey())
                    .containsAll(
                            order.path("line_items")
                                    .valueStream()
                                    .map(line -> line.path("id").asText())
                                    .toList());
        }
    }

    @Test
    void a_cancelled_order_states_its_cancellation_under_either_topic() {
        var cancelled = new TreeSet<String>();
        orders().forEach((name, order) -> {
            if (order.hasNonNull("cancelled_at")) {
                cancelled.add(name);
                var atOnce = facts("orders/create", order).getLast();
                var later = facts("orders/cancelled", order).getLast();
                assertThat(later).as(name).isEqualTo(atOnce);
                assertThat(later).as(name).isInstanceOf(Fact.OrderCancelled.class);
            }
        });
        assertThat(cancelled).isNotEmpty();
    }

    @Test
    void a_body_states_the_same_under_every_topic() {
        var bodies = webhooks();
        assertThat(bodies).hasSizeGreaterThan(30);

        bodies.forEach((own, body) -> {
            var said = statedUnder(own, body);
            assertThat(said.isEmpty())
                    .as(own)
                    .isNotEqualTo(
                            own.matches(
                                            "orders/.*|order_transactions/create|products/(create|update)")
                                    && !own.equals("orders/edited"));
            for (var topic : bodies.keySet()) {
                assertThat(statedUnder(topic, body)).as("%s as %s", own, topic).isEqualTo(said);
            }
        });
    }

    /** The facts with their totals; empty if the body states none. */
    private static List<Object> statedUnder(String topic, JsonNode body) {
        return switch (Webhooks.translate(topic, bytes(body))) {
            case Translation.Unreadable _, Translation.Unread _, Translation.Silent _ -> List.of();
            case Translation.Described described -> List.copyOf(described.references());
            case Translation.Stated stated ->
                    Stream.concat(
                                    stated.facts().stream(),
                                    stated.statements().stream().map(Statement::personalData))
                            .toList();
        };
    }

    /** Bodies of webhooks by their own topic. */
    private static Map<String, JsonNode> webhooks() {
        var bodies = new TreeMap<String, JsonNode>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                var json = JSON.readTree(file.toFile());
                if (json.path("topic").isTextual() && json.path("body").isObject()) {
                    bodies.put(json.path("topic").asText(), json.path("body"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bodies;
    }

    /** Why it is rejected, by the adapter or by the order core; empty if it is accepted. */
    private static List<String> outcome(JsonNode payload) {
        return switch (Webhooks.translate("orders/create", bytes(payload))) {
            case Translation.Unreadable(var fault) ->
                    List.of("%s: %s".formatted(fault.path(), fault.detail()));
            case Translation.Unread(var topic) -> List.of("unread under " + topic);
            case Translation.Described _ -> List.of("a product");
            case Translation.Silent _ -> List.of("silent");
            case Translation.Stated stated -> decide(stated.facts());
        };
    }

    private static List<String> decide(List<Fact> facts) {
        var refusals = new ArrayList<String>();
        var state = OrderState.unheardOf(facts.getFirst().orderId());
        for (var fact : facts) {
            var exceptions =
                    switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
                        case Decision.Refuse(var exception) -> List.of(exception);
                        case Decision.Apply(var changeSet) -> {
                            state = OrderCore.evolve(state, changeSet);
                            yield Consequences.exceptions(changeSet);
                        }
                    };
            exceptions.forEach(
                    e -> refusals.add("%s %s: %s".formatted(e.type(), e.path(), e.detail())));
        }
        return refusals;
    }

    private static List<Fact> facts(String topic, JsonNode order) {
        return ((Translation.Stated) Webhooks.translate(topic, bytes(order))).facts();
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Webhook bodies, and orders in answers of the Admin REST API, by file and place. */
    private static Map<String, JsonNode> orders() {
        var orders = new TreeMap<String, JsonNode>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                var name = CORPUS.relativize(file).toString();
                var json = JSON.readTree(file.toFile());
                if (name.startsWith("orders-")) {
                    add(orders, name, "/body", json);
                } else if (name.startsWith("admin-rest-order")
                        || name.startsWith("admin-rest-customer/")) {
                    add(orders, name, "/order", json);
                    for (int i = 0; i < json.path("orders").size(); i++) {
                        add(orders, name, "/orders/" + i, json);
                    }
                    if (json.has("line_items")) {
                        add(orders, name, "", json);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return orders;
    }

    private static void add(
            Map<String, JsonNode> orders, String name, String pointer, JsonNode json) {
        var order = json.at(pointer);
        // Edits of orders and a shop's error answers are found in the same places.
        if (order.isObject() && order.has("id")) {
            orders.put(name + " " + pointer, order);
        }
    }
}
