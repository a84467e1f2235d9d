package io.orderloom.simulation.seam;

import io.orderloom.core.OrderState;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A table in which the items of states have another schema number. A read through this class
 * returns our number.
 */
final class StateSchema extends ForwardingTable {
    private static final String STATE = "STATE";

    /** In the state's item, the attribute with the schema number. */
    private static final String SCHEMA = "s";

    private static final AttributeValue OURS = number(OrderState.SCHEMA);

    private final AttributeValue other;

    StateSchema(DynamoDbClient table, int other) {
        super(table);
        this.other = number(other);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return super.putItem(request.toBuilder().item(written(request.item())).build());
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return super.updateItem(
                request.toBuilder()
                        .expressionAttributeValues(
                                values(request.key(), request.expressionAttributeValues()))
                        .build());
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return super.transactWriteItems(
                request.toBuilder()
                        .transactItems(request.transactItems().stream().map(this::written).toList())
                        .build());
    }

    private TransactWriteItem written(TransactWriteItem write) {
        if (write.put() != null) {
            var put = write.put();
            return write.toBuilder().put(put.toBuilder().item(written(put.item())).build()).build();
        }
        if (write.update() != null) {
            var update = write.update();
            var values = values(update.key(), update.expressionAttributeValues());
            return write.toBuilder()
                    .update(update.toBuilder().expressionAttributeValues(values).build())
                    .build();
        }
        return write;
    }

    private Map<String, AttributeValue> written(Map<String, AttributeValue> item) {
        return isState(item) ? replaced(item, SCHEMA, OURS, other) : item;
    }

    private Map<String, AttributeValue> values(
            Map<String, AttributeValue> key, Map<String, AttributeValue> values) {
        return isState(key) ? replaced(values, ":" + SCHEMA, OURS, other) : values;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        var answer = super.getItem(request);
        return answer.hasItem() ? answer.toBuilder().item(read(answer.item())).build() : answer;
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
                                                table -> read(table.getValue()))))
                .build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = super.query(request);
        return answer.toBuilder().items(read(answer.items())).build();
    }

    private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> items) {
        return items.stream().map(this::read).toList();
    }

    private Map<String, AttributeValue> read(Map<String, AttributeValue> item) {
        return isState(item) ? replaced(item, SCHEMA, other, OURS) : item;
    }

    private static boolean isState(Map<String, AttributeValue> item) {
        var sort = item.get(Table.SORT_KEY);
        return sort != null && STATE.equals(sort.s());
    }

    private static Map<String, AttributeValue> replaced(
            Map<String, AttributeValue> values,
            String name,
            AttributeValue from,
            AttributeValue to) {
        if (!from.equals(values.get(name))) {
            return values;
        }
        var replaced = new HashMap<>(values);
        replaced.put(name, to);
        return replaced;
    }

    private static AttributeValue number(int value) {
        return AttributeValue.fromN(Integer.toString(value));
    }
}
