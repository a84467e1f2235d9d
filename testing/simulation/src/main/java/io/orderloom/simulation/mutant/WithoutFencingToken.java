package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.topology.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** A mutant that gives a task to each process that wants it, even if another process holds it. */
final class WithoutFencingToken extends ForwardingTable {

    WithoutFencingToken(DynamoDbClient table) {
        super(table);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        var sort = request.item().getOrDefault(Table.SORT_KEY, AttributeValue.fromS("")).s();
        return super.putItem(
                sort.startsWith("TASK#")
                        ? PutItemRequest.builder()
                                .tableName(request.tableName())
                                .item(request.item())
                                .build()
                        : request);
    }
}
