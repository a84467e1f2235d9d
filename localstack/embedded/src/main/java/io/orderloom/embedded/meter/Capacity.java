package io.orderloom.embedded.meter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.common.StackJson;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The capacity that a request consumes at DynamoDB (Amazon DynamoDB Developer Guide, "Read and
 * write capacity"). DynamoDB Local reports most units. Those that AWS bills and DynamoDB Local
 * leaves out are added here: the doubling of transactions, reads of items that do not exist, and
 * writes whose condition failed.
 */
final class Capacity {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    private static final Set<String> READS =
            Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");
    private static final BigDecimal TWICE = BigDecimal.TWO;
    private static final BigDecimal EVENTUALLY_CONSISTENT = new BigDecimal("0.5");

    private Capacity() {}

    static byte[] askFor(String action, byte[] request) {
        if (!WRITES.contains(action) && !READS.contains(action)) {
            return request;
        }
        var json = StackJson.parse(request);
        if (json.isPresent() && json.get() instanceof ObjectNode node) {
            return StackJson.bytes(node.put("ReturnConsumedCapacity", "TOTAL"));
        }
        return request;
    }

    static BigDecimal written(String action, byte[] request, byte[] answer) {
        if (!WRITES.contains(action)) {
            return BigDecimal.ZERO;
        }
        var json = json(answer);
        var failure = json.path("__type").asText();
        if (failure.endsWith("ConditionalCheckFailedException")) {
            return BigDecimal.ONE;
        }
        if (failure.endsWith("TransactionCanceledException")) {
            // At least one unit for each item, twice; no answer tells the size of the items that
            // exist.
            return TWICE.multiply(BigDecimal.valueOf(json(request).path("TransactItems").size()));
        }
        return transacted(action, units(json));
    }

    static BigDecimal read(String action, byte[] request, byte[] answer) {
        if (!READS.contains(action)) {
            return BigDecimal.ZERO;
        }
        var json = json(answer);
        var stated = transacted(action, units(json));
        return action.equals("BatchGetItem") ? stated.add(absent(json(request), json)) : stated;
    }

    private static BigDecimal transacted(String action, BigDecimal units) {
        return action.startsWith("Transact") ? units.multiply(TWICE) : units;
    }

    /** Requested items that do not exist cost as much as the smallest ones. */
    private static BigDecimal absent(JsonNode request, JsonNode answer) {
        var sum = BigDecimal.ZERO;
        for (var table : StackJson.fields(request.path("RequestItems"))) {
            int there = answer.path("Responses").path(table.getKey()).size();
            int unread = answer.path("UnprocessedKeys").path(table.getKey()).path("Keys").size();
            int absent = table.getValue().path("Keys").size() - there - unread;
            var each =
                    table.getValue().path("ConsistentRead").asBoolean()
                            ? BigDecimal.ONE
                            : EVENTUALLY_CONSISTENT;
            sum = sum.add(each.multiply(BigDecimal.valueOf(Math.max(0, absent))));
        }
        return sum;
    }

    /**
     * The units in the answer, which states the consumed capacity once, or in a list with an entry
     * for each table.
     */
    private static BigDecimal units(JsonNode answer) {
        var consumed = answer.path("ConsumedCapacity");
        if (consumed.isObject()) {
            return consumed.path("CapacityUnits").decimalValue();
        }
        var sum = BigDecimal.ZERO;
        for (var each : consumed) {
            sum = sum.add(each.path("CapacityUnits").decimalValue());
        }
        return sum;
    }

    private static JsonNode json(byte[] body) {
        return StackJson.parse(body).orElse(StackJson.object());
    }
}
