package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** A mutant that stores personal data although it was erased. */
final class WithoutTombstone extends ForwardingTable {

    WithoutTombstone(DynamoDbClient table) {
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
                                                Map.Entry::getKey, e -> unseen(e.getValue()))))
                .build();
    }

    private static List<Map<String, AttributeValue>> unseen(
            List<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(item -> {
                    var changed = new HashMap<>(item);
                    changed.remove("erased");
                    return Map.copyOf(changed);
                })
                .toList();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        boolean personal = sort(request.item()).equals("PII");
        return super.putItem(
                personal ? request.toBuilder().conditionExpression(null).build() : request);
    }

    /** Never erases a payload. */
    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        boolean emptying =
                request.requestItems().values().stream()
                        .flatMap(List::stream)
                        .map(write -> write.putRequest().item())
                        .allMatch(item -> sort(item).startsWith("RAW#") && !item.containsKey("d"));
        return emptying
                ? BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build()
                : super.batchWriteItem(request);
    }

    private static String sort(Map<String, AttributeValue> item) {
        return item.getOrDefault(Table.SORT_KEY, AttributeValue.fromS("")).s();
    }
}
