package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.Message;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.reference.References;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.source.Source.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature covers the body and no header, so a body gives the same facts under every topic. */
class ShopifyTopicsTest {
    private static final String CREATED = "orders/create";
    private static final String CANCELLED = "orders/cancelled";

    /** Topics that are read, other topics of shops, and texts that are no topic. */
    private static final List<String> TOPICS =
            List.of(
                    CREATED,
                    CANCELLED,
                    "orders/updated",
                    "orders/paid",
                    "orders/edited",
                    "orders/fulfilled",
                    "refunds/create",
                    "carts/create",
                    "checkouts/create",
                    "draft_orders/create",
                    "fulfillments/create",
                    "app/uninstalled",
                    "ORDERS/CANCELLED",
                    "");

    private static final String CHECKOUT =
            """
            {"id": 902, "token": "t", "currency": "USD", "total_price": "7.99",
             "created_at": "2026-11-02T11:00:00-05:00", "completed_at": null,
             "abandoned_checkout_url": "https://shop.example/checkout", "line_items": [
               {"id": 1, "title": "Mug", "quantity": 1, "price": "7.99"}]}
            """;
    private static final String DRAFT =
            """
            {"id": 903, "admin_graphql_api_id": "gid://shopify/DraftOrder/903", "currency": "USD",
             "order_id": null, "created_at": "2026-11-02T11:00:00-05:00", "total_price": "7.99",
             "line_items": [{"id": 1, "title": "Mug", "quantity": 1, "price": "7.99"}]}
            """;
    private static final String FULFILLMENT =
            """
            {"id": 904, "order_id": 450013, "status": "success", "line_items": [
               {"id": 1, "title": "Mug", "quantity": 1, "price": "7.99"}]}
            """;
    private static final String CART =
            """
            {"id": "eeafa272cebf", "token": "eeafa272cebf", "note": null, "line_items": [
               {"id": 1, "title": "Mug", "quantity": 1, "price": "7.99"}]}
            """;

    static List<String> orders() {
        return List.of(sample("several-lines"), sample("refunded-in-part"), sample("cancelled"));
    }

    static List<String> others() {
        return List.of(CHECKOUT, DRAFT, FULFILLMENT, CART);
    }

    @Test
    void a_created_order_under_the_topic_of_cancellations_is_not_cancelled() {
        var facts = facts(CANCELLED, sample("several-lines"));

        assertThat(facts).noneMatch(Fact.OrderCancelled.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void an_order_says_the_same_under_every_topic_and_under_none(String body) {
        var said = facts(CREATED, body);

        for (var topic : TOPICS) {
            assertThat(facts(topic, body)).as(topic).isEqualTo(said);
        }
        var bare = Payload.of(Map.of(), body.getBytes(UTF_8), Webhooks.NOW);
        assertThat(
                        facts(
                                new ShopifySource()
                                        .translate(
                                                Webhooks.SHOP,
                                                bare,
                                                References.none(),
                                                "7d1f0c1e")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void the_tasks_at_the_erp_and_the_shop_do_not_depend_on_the_topic(String body) {
        var asked = asked(List.of(facts(CREATED, body)));

        for (var first : TOPICS) {
            for (var second : TOPICS) {
                assertThat(asked(List.of(facts(first, body), facts(second, body))))
                        .as("%s, then %s", first, second)
                        .isEqualTo(asked);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_body_that_is_no_order_is_none_under_any_topic(String body) {
        for (var topic : TOPICS) {
            assertThat(Webhooks.translate(topic, body.getBytes(UTF_8)))
                    .as(topic)
                    .isNotInstanceOf(Translation.Stated.class);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_topic_that_is_not_read_is_no_fault(String body) {
        for (var topic : List.of("orders/edited", "carts/create", "app/uninstalled", "")) {
            assertThat(Webhooks.translate(topic, body.getBytes(UTF_8)))
                    .isNotInstanceOf(Translation.Unreadable.class)
                    .isEqualTo(new Translation.Unread(topic));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"shop_id\": 954889}", "[]", "{"})
    void an_unreadable_body_is_a_fault_only_under_a_topic_of_orders(String body) {
        assertThat(Webhooks.translate("shop/redact", body.getBytes(UTF_8)))
                .isEqualTo(new Translation.Unread("shop/redact"));
        assertThat(Webhooks.translate(CREATED, body.getBytes(UTF_8)))
                .isInstanceOf(Translation.Unreadable.class);
        assertThat(Webhooks.translate(CANCELLED, body.getBytes(UTF_8)))
                .isInstanceOf(Translation.Unreadable.class);
    }

    @Test
    void a_cancellation_is_not_lost_over_a_line_that_can_not_be_read() {
        var body = sample("cancelled").replaceFirst("\"quantity\": 1", "\"quantity\": \"one\"");

        for (var topic : TOPICS) {
            assertThat(facts(topic, body))
                    .as(topic)
                    .hasOnlyElementsOfTypes(Fact.OrderCancelled.class);
        }
    }

    /** The messages to the ERP and to the shop as facts are ingested, each key once. */
    private static List<Message> asked(List<List<Fact>> deliveries) {
        var known = new HashSet<FactKey>();
        var messages = new ArrayList<Message>();
        OrderState state = OrderState.unheardOf(deliveries.getFirst().getFirst().orderId());
        for (var fact : deliveries.stream().flatMap(List::stream).toList()) {
            if (known.add(fact.provenance().key())
                    && OrderCore.decide(state, fact, Samples.PROFILE)
                            instanceof Decision.Apply(var changeSet)) {
                state = OrderCore.evolve(state, changeSet);
                messages.addAll(Consequences.of(changeSet));
            }
        }
        return messages.stream()
                .filter(m -> m instanceof Message.PostOrder || m instanceof Message.Compensate)
                .toList();
    }

    private static List<Fact> facts(String topic, String body) {
        return facts(Webhooks.translate(topic, body.getBytes(UTF_8)));
    }

    private static List<Fact> facts(Translation translation) {
        return Stream.of(translation)
                .map(Translation.Stated.class::cast)
                .flatMap(translated -> translated.facts().stream())
                .toList();
    }

    private static String sample(String name) {
        try (var in =
                ShopifyTopicsTest.class.getResourceAsStream("sample/%s.json".formatted(name))) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
