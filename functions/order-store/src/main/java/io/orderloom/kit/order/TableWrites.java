package io.orderloom.kit.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts items under keys of their own, for all orders of a batch together. */
@ApplicationScoped
class TableWrites {
    /** The most items in one BatchWriteItem (Amazon DynamoDB API Reference). */
    private static final int ITEMS = 25;

    private final DynamoDbClient dynamo;
    private final String table;
    private final RequestCoalescer<List<Map<String, AttributeValue>>, Boolean> together;

    TableWrites(DynamoDbClient dynamo, TableName name, Locks locks) {
        this.dynamo = dynamo;
        this.table = name.value();
        this.together =
                new RequestCoalescer<>(
                        ITEMS,
                        List::size,
                        this::request,
                        RequestCoalescer::oneIsToBlame,
                        locks.lock());
    }

    /**
     * Returns when all are written.
     *
     * @throws IllegalStateException if the table is too busy to take all
     */
    void put(List<Map<String, AttributeValue>> items) {
        if (!together.ask(items)) {
            throw new IllegalStateException("the table is throttled while writing");
        }
    }

    private List<Boolean> request(List<List<Map<String, AttributeValue>>> questions) {
        // A key may stand in a request only once; two items under one key are the same.
        var byKey = new LinkedHashMap<ItemKey, WriteRequest>();
        for (var items : questions) {
            items.forEach(item -> byKey.put(ItemKey.of(item), write(item)));
        }
        var writes = List.copyOf(byKey.values());
        var unwritten =
                unwritten(dynamo.batchWriteItem(r -> r.requestItems(Map.of(table, writes))));
        return questions.stream()
                .map(items -> items.stream().map(ItemKey::of).noneMatch(unwritten::contains))
                .toList();
    }

    private Set<ItemKey> unwritten(BatchWriteItemResponse answer) {
        return answer.unprocessedItems().getOrDefault(table, List.of()).stream()
                .map(left -> ItemKey.of(left.putRequest().item()))
                .collect(Collectors.toSet());
    }

    private static WriteRequest write(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(p -> p.item(item)).build();
    }
}
