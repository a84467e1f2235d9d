package io.orderloom.simulation.world;

import io.orderloom.topology.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Nobody finds a fact that was absorbed before, and none has to be new. */
final class WithoutFactKey extends TamperedTable {

    WithoutFactKey(DynamoDbClient table) {
        super(table);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var answer = super.batchGetItem(request);
        return answer.toBuilder()
                .responses(
                        answer.responses().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                e -> withoutFacts(e.getValue()))))
                .build();
    }

    private static List<Map<String, AttributeValue>> withoutFacts(
            List<Map<String, AttributeValue>> items) {
        return items.stream().filter(item -> !isFact(item)).toList();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return super.transactWriteItems(
                request.toBuilder()
                        .transactItems(
                                request.transactItems().stream()
                                        .map(WithoutFactKey::unconditional)
                                        .toList())
                        .build());
    }

    private static TransactWriteItem unconditional(TransactWriteItem item) {
        return item.put() != null && isFact(item.put().item())
                ? item.toBuilder()
                        .put(put -> put.tableName(item.put().tableName()).item(item.put().item()))
                        .build()
                : item;
    }

    private static boolean isFact(Map<String, AttributeValue> item) {
        return item.getOrDefault(Table.SORT_KEY, AttributeValue.fromS("")).s().startsWith("FACT#");
    }
}
