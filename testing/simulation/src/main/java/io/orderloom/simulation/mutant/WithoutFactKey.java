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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A mutant that doesn't recognize a fact that was ingested before, since its log entry seems to
 * have another key.
 */
final class WithoutFactKey extends ForwardingTable {
    /** In the state's item, the attribute with the sort key of the newest log entry. */
    private static final String TAIL_KEY = "f";

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
                                                Map.Entry::getKey, e -> unknown(e.getValue()))))
                .build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        try {
            return super.putItem(request);
        } catch (ConditionalCheckFailedException failed) {
            throw failed.toBuilder().item(unknown(failed.item())).build();
        }
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        try {
            return super.updateItem(request);
        } catch (ConditionalCheckFailedException failed) {
            throw failed.toBuilder().item(unknown(failed.item())).build();
        }
    }

    private static List<Map<String, AttributeValue>> unknown(
            List<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> !text(item, Table.SORT_KEY).startsWith("FACT#"))
                .map(WithoutFactKey::unknown)
                .toList();
    }

    private static Map<String, AttributeValue> unknown(Map<String, AttributeValue> item) {
        var changed = new HashMap<>(item);
        changed.computeIfPresent(
                TAIL_KEY, (_, key) -> AttributeValue.fromS(key.s() + text(item, "v")));
        return changed;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.getOrDefault(name, AttributeValue.fromS(""));
        return value.n() == null ? value.s() : value.n();
    }
}
