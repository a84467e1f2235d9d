package io.orderloom.simulation.aws;

import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Consistent reads; others are refused, since nothing here is stale. */
record Reads(SimulatedTable table) {
    /** Keys of one BatchGetItem at most (Amazon DynamoDB API Reference). */
    private static final int KEYS = 100;

    private static final Pattern PARTITION = Pattern.compile("(\\w+) = (:\\w+)");

    GetItemResponse get(GetItemRequest request) {
        Refused.unless(Boolean.TRUE.equals(request.consistentRead()), "a get that may be stale");
        Refused.unless(request.projectionExpression() == null, "a projection");
        var item = table.get(request.key());
        return item.isEmpty()
                ? GetItemResponse.builder().build()
                : GetItemResponse.builder().item(item).build();
    }

    BatchGetItemResponse get(BatchGetItemRequest request) {
        var found = new HashMap<String, List<Map<String, AttributeValue>>>();
        request.requestItems().forEach((name, wanted) -> found.put(name, get(wanted)));
        return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
    }

    private List<Map<String, AttributeValue>> get(KeysAndAttributes wanted) {
        Refused.unless(
                Boolean.TRUE.equals(wanted.consistentRead()), "a batch get that may be stale");
        Refused.unless(wanted.projectionExpression() == null, "a projection");
        Refused.unless(wanted.keys().size() <= KEYS, "a batch get of more than 100 keys");
        Refused.unless(
                wanted.keys().stream().distinct().count() == wanted.keys().size(),
                "a batch get of the same key twice");
        var found = new ArrayList<Map<String, AttributeValue>>();
        for (var key : wanted.keys()) {
            var item = table.get(key);
            if (!item.isEmpty()) {
                found.add(item);
            }
        }
        return found;
    }

    QueryResponse query(QueryRequest request) {
        Refused.unless(request.filterExpression() == null, "a filter");
        Refused.unless(request.projectionExpression() == null, "a projection");
        Refused.unless(request.limit() == null, "a limit");
        Refused.unless(!request.hasExclusiveStartKey(), "a second page");
        Refused.unless(!Boolean.FALSE.equals(request.scanIndexForward()), "a backward query");
        var condition =
                Expression.parse(
                        request.keyConditionExpression(),
                        request.expressionAttributeNames(),
                        request.expressionAttributeValues());
        var items =
                request.indexName() == null
                        ? partition(request, condition)
                        : table.query(index(request.indexName()), condition);
        return QueryResponse.builder().items(items).count(items.size()).build();
    }

    private List<Map<String, AttributeValue>> partition(
            QueryRequest request, Predicate<Map<String, AttributeValue>> condition) {
        Refused.unless(Boolean.TRUE.equals(request.consistentRead()), "a query that may be stale");
        var matcher = PARTITION.matcher(request.keyConditionExpression());
        Refused.unless(
                matcher.lookingAt() && matcher.group(1).equals(Table.PARTITION_KEY),
                "a query that does not begin with its partition");
        var partition =
                Objects.requireNonNull(
                        request.expressionAttributeValues().get(matcher.group(2)),
                        "the value of the partition");
        return table.partition(partition.s()).stream().filter(condition).toList();
    }

    private static Table.Index index(String name) {
        return Table.INDEXES.stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no index " + name));
    }
}
