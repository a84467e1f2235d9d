package io.orderloom.simulation.aws;

import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Consistent reads. Other reads are rejected, since nothing here is ever stale. */
record Reads(SimulatedTable table) {
    /** The most keys of one BatchGetItem (Amazon DynamoDB API Reference). */
    private static final int KEYS = 100;

    /** Size of the items, in bytes, after which a query ends its page. */
    private static final int PAGE = 1024 * 1024;

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
        Invalid.forTableUnless(wanted.keys().size() <= KEYS, "a batch get of more than 100 keys");
        Invalid.forTableUnless(
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
        Refused.unless(request.limit() == null, "a limit");
        Refused.unless(!Boolean.FALSE.equals(request.scanIndexForward()), "a backward query");
        Expression.checkUsed(request.expressionAttributeValues(), request.keyConditionExpression());
        var condition =
                Expression.parse(
                        request.keyConditionExpression(),
                        request.expressionAttributeNames(),
                        request.expressionAttributeValues());
        var shown = Projection.of(request.projectionExpression());
        var found = new ArrayList<Map<String, AttributeValue>>();
        int size = 0;
        for (var item : candidates(request)) {
            if (condition.test(item)) {
                found.add(shown.of(item));
                size += Values.size(item);
                if (size > PAGE) {
                    return QueryResponse.builder()
                            .items(found)
                            .count(found.size())
                            .lastEvaluatedKey(key(request, item))
                            .build();
                }
            }
        }
        return QueryResponse.builder().items(found).count(found.size()).build();
    }

    private Iterable<Map<String, AttributeValue>> candidates(QueryRequest request) {
        var start = request.exclusiveStartKey();
        boolean consistent = Boolean.TRUE.equals(request.consistentRead());
        if (request.indexName() == null) {
            Refused.unless(consistent, "a query that may be stale");
            return table.after(start, partition(request, Table.PARTITION_KEY));
        }
        Invalid.forTableUnless(!consistent, "an index is never read consistently");
        var index = index(request.indexName());
        return table.after(start, index, partition(request, index.partitionKey()));
    }

    private static String partition(QueryRequest request, String key) {
        var matcher = PARTITION.matcher(request.keyConditionExpression());
        Refused.unless(
                matcher.lookingAt() && matcher.group(1).equals(key),
                "a query that does not begin with its partition");
        return Objects.requireNonNull(
                        request.expressionAttributeValues().get(matcher.group(2)),
                        "the value of the partition")
                .s();
    }

    /** The place where a query ended: the item's own key and the index's key. */
    private static Map<String, AttributeValue> key(
            QueryRequest request, Map<String, AttributeValue> item) {
        var key = new HashMap<String, AttributeValue>();
        var names = new ArrayList<>(List.of(Table.PARTITION_KEY, Table.SORT_KEY));
        if (request.indexName() != null) {
            var index = index(request.indexName());
            names.addAll(List.of(index.partitionKey(), index.sortKey()));
        }
        names.forEach(name -> key.put(name, Objects.requireNonNull(item.get(name))));
        return key;
    }

    private static Table.Index index(String name) {
        return Table.INDEXES.stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no index " + name));
    }
}
