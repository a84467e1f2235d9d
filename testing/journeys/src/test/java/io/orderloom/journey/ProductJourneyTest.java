package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.topology.Packing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that names a product's variant and no SKU, in the packaged functions. */
class ProductJourneyTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path data;

    @Test
    void a_line_without_a_sku_is_booked_under_the_one_that_its_product_has() throws Exception {
        var order =
                new SampleOrder(8_001, List.of(new Item("", "Stoneware mug", 2, 1_250, 0)), 595);

        try (var journey = Journey.start(Journey.options().data(data).build())) {
            journey.deliver(
                    "products/update",
                    """
                    {"id": 70, "admin_graphql_api_id": "gid://shopify/Product/70",
                     "updated_at": "2026-11-01T09:00:00Z", "variants": [{"id": 71, "sku": "MUG-01"}]}\
                    """
                            .getBytes(UTF_8));
            journey.awaitQuiet();
            journey.deliver("orders/create", withVariant(order, 70, 71));

            journey.await(order.id(), "posted");

            assertThat(journey.documents(order.id()))
                    .singleElement()
                    .satisfies(
                            d -> assertThat(d.total()).isEqualByComparingTo(order.totalAmount()));
            assertThat(document(journey, order)).contains("\"MUG-01\"").doesNotContain("variant-");
        }
    }

    private static byte[] withVariant(SampleOrder order, long product, long variant)
            throws IOException {
        var body = JSON.readTree(ShopifyPayload.created(order));
        ((ObjectNode) body.path("line_items").path(0))
                .putNull("sku")
                .put("product_id", product)
                .put("variant_id", variant);
        return JSON.writeValueAsBytes(body);
    }

    private static String document(Journey journey, SampleOrder order) {
        var item = Objects.requireNonNull(journey.items(order.id()).get("DOC#1"));
        return new String(
                Packing.inflate(Objects.requireNonNull(item.get("d")).b().asByteArray()), UTF_8);
    }
}
