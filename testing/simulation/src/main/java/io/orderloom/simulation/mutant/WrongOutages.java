package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.topology.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What a subscriber that was away is still to be told is treated otherwise than it should be. */
final class WrongOutages {
    private WrongOutages() {}

    /** Whoever sweeps takes an outage for over, whatever is still to be told. */
    static Tampering closedTooEarly() {
        return Seams.table(Closed::new);
    }

    /** The outage has a name, and its events are gone. */
    static Tampering withoutEvents() {
        return Seams.table(Forgotten::new);
    }

    private static boolean isUntold(Map<String, AttributeValue> item) {
        return item.getOrDefault(Table.SORT_KEY, AttributeValue.fromS(""))
                .s()
                .startsWith("UNTOLD#");
    }

    private static final class Closed extends ForwardingTable {
        Closed(DynamoDbClient table) {
            super(table);
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            var answer = super.query(request);
            return answer.items().stream().anyMatch(WrongOutages::isUntold)
                    ? QueryResponse.builder().build()
                    : answer;
        }
    }

    private static final class Forgotten extends ForwardingTable {
        Forgotten(DynamoDbClient table) {
            super(table);
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            return isUntold(request.item())
                    ? PutItemResponse.builder().build()
                    : super.putItem(request);
        }
    }
}
