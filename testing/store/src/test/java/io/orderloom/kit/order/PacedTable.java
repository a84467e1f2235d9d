package io.orderloom.kit.order;

import io.orderloom.simulation.seam.ForwardingTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A table each of whose requests takes the same time, on a clock that only these requests move. */
final class PacedTable extends ForwardingTable implements InstantSource {
    private final Duration request;
    private Instant now;
    private int gets;

    PacedTable(DynamoDbClient table, Instant now, Duration request) {
        super(table);
        this.now = now;
        this.request = request;
    }

    @Override
    public Instant instant() {
        return now;
    }

    int gets() {
        return gets;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest wanted) {
        gets++;
        pass();
        return super.batchGetItem(wanted);
    }

    @Override
    public QueryResponse query(QueryRequest wanted) {
        pass();
        return super.query(wanted);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
        pass();
        return super.putItem(put);
    }

    private void pass() {
        now = now.plus(request);
    }
}
