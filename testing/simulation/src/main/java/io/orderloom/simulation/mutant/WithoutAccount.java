package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.topology.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Nobody knows what others hold of the ERP account, nor that its circuit is open. */
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
