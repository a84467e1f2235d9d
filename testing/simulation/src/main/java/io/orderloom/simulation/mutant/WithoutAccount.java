package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.topology.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/**
 * A mutant that doesn't store the state of an ERP account, so that no process knows which permits
 * others hold or whether the circuit breaker is open.
 */
final class WithoutAccount extends ForwardingTable {

    WithoutAccount(DynamoDbClient table) {
        super(table);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        var partition =
                request.item().getOrDefault(Table.PARTITION_KEY, AttributeValue.fromS("")).s();
        return partition.endsWith("#account")
                ? PutItemResponse.builder().build()
                : super.putItem(request);
    }
}
