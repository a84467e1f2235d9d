package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A mutant whose sweeps find nothing on the work list. */
final class WithoutSweep extends ForwardingTable {

    WithoutSweep(DynamoDbClient table) {
        super(table);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return request.indexName() == null ? super.query(request) : QueryResponse.builder().build();
    }
}
