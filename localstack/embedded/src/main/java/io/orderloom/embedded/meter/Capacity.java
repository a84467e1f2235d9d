package io.orderloom.embedded.meter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.embedded.Json;
import java.math.BigDecimal;
import java.util.Set;

/**
 * DynamoDB's own account of what a request cost; but DynamoDB Local prices a transaction as if its
 * items were written one by one, and AWS bills them twice ("Amazon DynamoDB Transactions",
 * developer guide).
 */
final class Capacity {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    private static final Set<String> READS =
            Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");

    private static final Set<String> BILLED_TWICE =
            Set.of("TransactWriteItems", "TransactGetItems");

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

    static BigDecimal written(String action, byte[] answer) {
        return WRITES.contains(action) ? units(action, answer) : BigDecimal.ZERO;
    }

    static BigDecimal read(String action, byte[] answer) {
        return READS.contains(action) ? units(action, answer) : BigDecimal.ZERO;
    }

    private static BigDecimal units(String action, byte[] answer) {
        var stated = units(answer);
        return BILLED_TWICE.contains(action) ? stated.add(stated) : stated;
    }

    /** One account, or a list of them, one a table. */
    private static BigDecimal units(byte[] answer) {
        var consumed = Json.parse(answer).orElse(Json.object()).path("ConsumedCapacity");
        if (consumed.isObject()) {
            return units(consumed);
        }
        var sum = BigDecimal.ZERO;
        for (var each : consumed) {
            sum = sum.add(units(each));
        }
        return sum;
    }

    private static BigDecimal units(JsonNode consumed) {
        return consumed.path("CapacityUnits").decimalValue();
    }
}
