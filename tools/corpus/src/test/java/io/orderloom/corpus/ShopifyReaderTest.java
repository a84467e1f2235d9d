package io.orderloom.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderloom.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyReaderTest {
    private final ShopifyReader reader = new ShopifyReader();

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "orders-create,,orders/create",
        "orders-create,orders/paid,orders/paid",
        "admin-rest-order,order,orders/create",
        "admin-rest-customer,orders,orders/create",
        "admin-rest-order,risk,risk",
        "admin-rest-transaction,,order_transactions/create",
        "admin-rest-requests,order,admin-rest-requests",
        "graphql-some-client,data,graphql-some-client",
    })
    void a_payload_without_headers_gets_the_topic_that_a_webhook_would_have(
            String folder, String label, String topic) {
        var headers = reader.headers(folder, Optional.ofNullable(label));

        assertThat(headers).isEqualTo(Map.of("x-shopify-topic", topic));
    }

    @Test
    void the_total_of_an_order_stands_beside_the_one_that_was_read() {
        var amounts = reader.amounts(Samples.placed(), json("{\"total_price\": \"38.35\"}"));

        assertThat(amounts).hasSize(1).allMatch(StatedAmount::differs);
        assertThat(reader.amounts(Samples.placed(), json("{\"total_price\": 38.340}")))
                .hasSize(1)
                .noneMatch(StatedAmount::differs);
    }

    @Test
    void a_refund_moves_those_of_its_transactions_that_succeeded() {
        var body =
                json(
                        """
                        {"refunds": [{"id": "r-1", "transactions": [
                          {"kind": "refund", "status": "success", "amount": "5.00"},
                          {"kind": "refund", "status": "success", "amount": "1.00"},
                          {"kind": "refund", "status": "failure", "amount": "9.00"}]}]}
                        """);

        assertThat(reader.amounts(Samples.refunded("r-1", "6.00"), body))
                .hasSize(1)
                .noneMatch(StatedAmount::differs);
        assertThat(reader.amounts(Samples.refunded("r-1", "15.00"), body))
                .hasSize(1)
                .allMatch(StatedAmount::differs);
        assertThat(reader.amounts(Samples.refunded("r-2", "6.00"), body)).isEmpty();
    }

    private static JsonNode json(String text) {
        return CorpusJson.tree(text.getBytes(StandardCharsets.UTF_8))
                .orElse(MissingNode.getInstance());
    }
}
