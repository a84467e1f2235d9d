package io.orderloom.embedded.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Computes units as AWS bills them, from those that DynamoDB Local reports. */
class CapacityTest {
    private static final String TWO_PUTS = "{\"TransactItems\":[{\"Put\":{}},{\"Put\":{}}]}";

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal written(String action, String request, String answer) {
        return Capacity.written(action, bytes(request), bytes(answer));
    }

    @Test
    void a_transaction_is_billed_twice() {
        var answer = "{\"ConsumedCapacity\":[{\"CapacityUnits\":2.0}]}";

        assertThat(written("TransactWriteItems", TWO_PUTS, answer)).isEqualByComparingTo("4");
        assertThat(written("BatchWriteItem", "{}", answer)).isEqualByComparingTo("2");
    }

    @Test
    void a_write_whose_condition_failed_is_billed() {
        var one = "{\"__type\":\"com.amazonaws.dynamodb#ConditionalCheckFailedException\"}";
        var both = "{\"__type\":\"com.amazonaws.dynamodb#TransactionCanceledException\"}";

        assertThat(written("PutItem", "{}", one)).isEqualByComparingTo("1");
        assertThat(written("TransactWriteItems", TWO_PUTS, both)).isEqualByComparingTo("4");
    }

    @Test
    void an_item_that_is_not_there_is_billed_when_it_is_read() {
        var request =
                """
                {"RequestItems":{"orders":{"ConsistentRead":true,"Keys":[{},{},{},{}]}}}\
                """;
        var answer =
                """
                {"Responses":{"orders":[{},{},{}]},"UnprocessedKeys":{},
                 "ConsumedCapacity":[{"CapacityUnits":3.0}]}\
                """;

        assertThat(Capacity.read("BatchGetItem", bytes(request), bytes(answer)))
                .isEqualByComparingTo("4");
    }
}
