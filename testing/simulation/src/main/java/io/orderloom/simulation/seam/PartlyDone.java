package io.orderloom.simulation.seam;

import io.orderloom.simulation.schedule.SeededRandom;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;

/**
 * A table that carries out only part of a request and returns the rest as unprocessed items and
 * keys.
 */
public final class PartlyDone extends ForwardingTable {
    private final SeededRandom chance;
    private final BooleanSupplier now;

    /**
     * @param now called for each request of several items, whether only a part is done
     */
    public PartlyDone(DynamoDbClient table, SeededRandom chance, BooleanSupplier now) {
        super(table);
        this.chance = chance;
        this.now = now;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        var table = request.requestItems().keySet().iterator().next();
        var writes = request.requestItems().values().iterator().next();
        if (writes.size() < 2 || !now.getAsBoolean()) {
            return super.batchWriteItem(request);
        }
        int done = chance.between(1, writes.size() - 1);
        var answer =
                super.batchWriteItem(
                        request.toBuilder()
                                .requestItems(Map.of(table, writes.subList(0, done)))
                                .build());
        var left = List.copyOf(writes.subList(done, writes.size()));
        return answer.hasUnprocessedItems() && !answer.unprocessedItems().isEmpty()
                ? answer.toBuilder().unprocessedItems(request.requestItems()).build()
                : answer.toBuilder().unprocessedItems(Map.of(table, left)).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var table = request.requestItems().keySet().iterator().next();
        var wanted = request.requestItems().values().iterator().next();
        var keys = wanted.keys();
        if (keys.size() < 2 || !now.getAsBoolean()) {
            return super.batchGetItem(request);
        }
        int done = chance.between(1, keys.size() - 1);
        var first = wanted.toBuilder().keys(keys.subList(0, done)).build();
        var answer =
                super.batchGetItem(request.toBuilder().requestItems(Map.of(table, first)).build());
        if (answer.hasUnprocessedKeys() && !answer.unprocessedKeys().isEmpty()) {
            return answer.toBuilder().unprocessedKeys(request.requestItems()).build();
        }
        var left = wanted.toBuilder().keys(keys.subList(done, keys.size())).build();
        return answer.toBuilder().unprocessedKeys(Map.of(table, left)).build();
    }
}
