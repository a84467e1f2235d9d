package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.fact.Fact;
import io.orderloom.order.Line;
import io.orderloom.reference.Reference;
import io.orderloom.reference.ReferenceKey;
import io.orderloom.reference.References;
import io.orderloom.source.Source.Translation.Described;
import io.orderloom.source.Source.Translation.Stated;
import io.orderloom.source.Source.Translation.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Products tell the article numbers of order lines that name only a variant. */
class ShopifyProductsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ReferenceKey CUP = new ReferenceKey("demo-shop", "product", "70");
    private static final String PRODUCT =
            """
            {"id": 70, "admin_graphql_api_id": "gid://shopify/Product/70", "title": "Cup",
             "updated_at": "2026-11-01T09:00:00+01:00",
             "variants": [
               {"id": 71, "sku": "CUP-S", "barcode": "4006381333931"},
               {"id": 72, "sku": "", "barcode": "4006381333931"},
               {"id": 73, "sku": null, "barcode": "shelf 7"}]}\
            """;

    @Test
    void a_product_describes_the_numbers_of_its_variants_and_no_barcode_that_is_no_gtin() {
        var translation = Webhooks.translate("products/update", PRODUCT.getBytes(UTF_8));

        assertThat(translation)
                .isEqualTo(
                        new Described(
                                List.of(
                                        new Reference(
                                                CUP,
                                                Instant.parse("2026-11-01T08:00:00Z"),
                                                Map.of(
                                                        "sku.71",
                                                        "CUP-S",
                                                        "gtin.71",
                                                        "4006381333931",
                                                        "gtin.72",
                                                        "4006381333931")))));
    }

    @Test
    void a_product_is_known_by_its_body_whatever_the_topic_says() {
        for (var topic : List.of("products/create", "orders/create", "")) {
            assertThat(Webhooks.translate(topic, PRODUCT.getBytes(UTF_8)))
                    .as(topic)
                    .isInstanceOf(Described.class);
        }
    }

    @Test
    void a_product_whose_variants_cannot_be_read_is_unreadable_with_the_field() {
        var body = PRODUCT.replace("\"id\": 72, ", "");

        assertThat(Webhooks.translate("products/update", body.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unread -> assertThat(unread.fault().path()).isEqualTo("variants[1].id"));
    }

    @Test
    void a_line_without_a_sku_gets_that_of_its_variant_or_else_its_gtin_alone() {
        var lines = lines(this::known, "71", "72", "73", "74");

        assertThat(lines.get(0).sku()).hasValue("CUP-S");
        assertThat(lines.get(0).gtin()).hasValue("4006381333931");
        assertThat(lines.get(1).sku()).isEmpty();
        assertThat(lines.get(1).gtin()).hasValue("4006381333931");
        assertThat(lines.get(2).sku()).hasValue("variant-73");
        assertThat(lines.get(3).sku()).hasValue("variant-74");
    }

    @Test
    void all_products_of_an_order_are_looked_up_together() {
        var asked = new ArrayList<Set<ReferenceKey>>();

        lines(
                keys -> {
                    asked.add(keys);
                    return Map.of();
                },
                "71",
                "72");

        assertThat(asked).containsExactly(Set.of(CUP));
    }

    @Test
    void an_order_whose_lines_all_state_a_sku_asks_for_nothing() {
        var order = order("71", "72");
        order.path("line_items").forEach(line -> ((ObjectNode) line).put("sku", "OWN-1"));

        var lines =
                lines(
                        order,
                        keys -> {
                            throw new AssertionError("asked for " + keys);
                        });

        assertThat(lines).allSatisfy(line -> assertThat(line.sku()).hasValue("OWN-1"));
    }

    private Map<ReferenceKey, Reference> known(Set<ReferenceKey> keys) {
        assertThat(keys).containsExactly(CUP);
        var described = (Described) Webhooks.translate("products/create", PRODUCT.getBytes(UTF_8));
        return Map.of(CUP, described.references().getFirst());
    }

    private static List<Line> lines(References references, String... variants) {
        return lines(order(variants), references);
    }

    private static List<Line> lines(ObjectNode order, References references) {
        var payload = Webhooks.of("orders/create", order.toString().getBytes(UTF_8));
        var stated =
                (Stated)
                        new ShopifySource()
                                .translate(
                                        Webhooks.SHOP, payload, references, Webhooks.CORRELATION);
        return ((Fact.OrderPlaced) stated.facts().getFirst()).order().lines();
    }

    private static ObjectNode order(String... variants) {
        var order =
                JSON.createObjectNode()
                        .put("id", 9)
                        .put("admin_graphql_api_id", "gid://shopify/Order/9")
                        .put("created_at", "2026-11-02T10:00:00Z")
                        .put("currency", "EUR")
                        .put("financial_status", "paid")
                        .put("total_price", "%d.00".formatted(5 * variants.length));
        var lines = order.putArray("line_items");
        for (var variant : variants) {
            lines.addObject()
                    .put("id", "line-" + variant)
                    .put("product_id", 70)
                    .put("variant_id", variant)
                    .putNull("sku")
                    .put("title", "Cup")
                    .put("quantity", 1)
                    .put("price", "5.00");
        }
        return order;
    }
}
