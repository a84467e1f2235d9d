package io.orderloom.simulation.seam;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Answers a query with whole items: who asked for some attributes of them has these too. */
public final class Unprojected extends ForwardingTable {

    public Unprojected(DynamoDbClient table) {
        super(table);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return super.query(request.toBuilder().projectionExpression(null).build());
    }
}
