package io.orderloom.simulation.aws;

import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The table as one process reaches it. Calls that the functions don't make are not supported. */
public final class TableClient implements DynamoDbClient {
    private final Boundaries boundaries;
    private final Supplier<TableTrouble> trouble;
    private final Reads reads;
    private final Writes writes;

    /**
     * @param trouble called once for each request
     */
    public TableClient(
            SimulatedTable table, Boundaries boundaries, Supplier<TableTrouble> trouble) {
        this.boundaries = boundaries;
        this.trouble = trouble;
        this.reads = new Reads(table);
        this.writes = new Writes(table);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return read(() -> key(request.key()), () -> reads.get(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var next = trouble.get();
        return boundaries.cross(
                Boundary.READ,
                () -> keys(request),
                () ->
                        switch (next) {
                            case THROTTLED ->
                                    BatchGetItemResponse.builder()
                                            .responses(Map.of())
                                            .unprocessedKeys(request.requestItems())
                                            .build();
                            case LOST_BEFORE, LOST_AFTER -> throw lost();
                            case NONE, CONFLICT, REPEATED -> reads.get(request);
                        });
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return read(request::keyConditionExpression, () -> reads.query(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return write(of(request.item()), () -> key(request.item()), () -> writes.put(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return write(of(request.key()), () -> key(request.key()), () -> writes.delete(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return write(of(request.key()), () -> key(request.key()), () -> writes.update(request));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        var next = trouble.get();
        return boundaries.cross(
                Boundary.KEEP,
                () -> keys(request),
                () ->
                        switch (next) {
                            case THROTTLED ->
                                    BatchWriteItemResponse.builder()
                                            .unprocessedItems(request.requestItems())
                                            .build();
                            case LOST_BEFORE -> throw lost();
                            case LOST_AFTER -> {
                                writes.batch(request);
                                throw lost();
                            }
                            case NONE, CONFLICT, REPEATED -> writes.batch(request);
                        });
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var next = trouble.get();
        return boundaries.cross(
                Boundary.COMMIT,
                () -> writes.describe(request),
                () -> {
                    if (next == TableTrouble.CONFLICT) {
                        throw writes.conflict(request);
                    }
                    // The SDK repeats a transaction under the same token, and the repetition
                    // succeeds.
                    return next == TableTrouble.REPEATED
                            ? writes.transact(request)
                            : troubled(next, () -> writes.transact(request));
                });
    }

    private <T> T read(Supplier<String> about, Supplier<T> effect) {
        var next = trouble.get();
        return boundaries.cross(
                Boundary.READ,
                about,
                () ->
                        switch (next) {
                            case THROTTLED -> throw throttled();
                            case LOST_BEFORE, LOST_AFTER -> throw lost();
                            case NONE, CONFLICT, REPEATED -> effect.get();
                        });
    }

    private <T> T write(Boundary boundary, Supplier<String> about, Supplier<T> effect) {
        var next = trouble.get();
        return boundaries.cross(boundary, about, () -> troubled(next, effect));
    }

    private static <T> T troubled(TableTrouble trouble, Supplier<T> effect) {
        return switch (trouble) {
            case NONE, CONFLICT -> effect.get();
            case THROTTLED -> throw throttled();
            case LOST_BEFORE -> throw lost();
            case LOST_AFTER -> {
                var _ = effect.get();
                throw lost();
            }
            case REPEATED -> {
                var _ = effect.get();
                yield effect.get();
            }
        };
    }

    private static Boundary of(Map<String, AttributeValue> key) {
        if (SimulatedTable.partition(key).endsWith("#account")) {
            return Boundary.ACCOUNT;
        }
        if (sort(key).equals("STATE")) {
            return Boundary.COMMIT;
        }
        return sort(key).startsWith("TASK#") ? Boundary.CLAIM : Boundary.KEEP;
    }

    private static String key(Map<String, AttributeValue> item) {
        return SimulatedTable.partition(item) + " " + sort(item);
    }

    private static String sort(Map<String, AttributeValue> item) {
        return SimulatedTable.sort(item);
    }

    private static String keys(BatchGetItemRequest request) {
        return request.requestItems().values().stream()
                .flatMap(wanted -> wanted.keys().stream())
                .map(TableClient::key)
                .toList()
                .toString();
    }

    private static String keys(BatchWriteItemRequest request) {
        return request.requestItems().values().stream()
                .flatMap(writes -> writes.stream())
                .map(write -> key(write.putRequest().item()))
                .toList()
                .toString();
    }

    private static ProvisionedThroughputExceededException throttled() {
        return ProvisionedThroughputExceededException.builder().message("simulated").build();
    }

    private static SdkClientException lost() {
        return SdkClientException.create("simulated: the table did not answer");
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
