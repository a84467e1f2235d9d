package io.orderloom.embedded.meter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.Json;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a request costs at DynamoDB (Amazon DynamoDB Developer Guide, "Read and write capacity").
 * DynamoDB Local states the units that it knows of; what AWS bills and it leaves out is added here:
 * the doubling of transactions, reads of items that are not there, and writes whose condition
 * failed.
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
        var json = Json.parse(request);
        if (json.isPresent() && json.get() instanceof ObjectNode node) {
            return Json.bytes(node.put("ReturnConsumedCapacity", "TOTAL"));
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
            // Of each item at least one unit, twice; how large those are that stand there, no
            // answer says.
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

    /** Items that were asked for and are not there are paid for like the smallest. */
    private static BigDecimal absent(JsonNode request, JsonNode answer) {
        var sum = BigDecimal.ZERO;
        for (var table : Json.fields(request.path("RequestItems"))) {
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

    /** One account, or a list of them, one a table. */
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
        return Json.parse(body).orElse(Json.object());
    }
}
