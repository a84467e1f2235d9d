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

/** Mutants that mistreat the events of a subscriber that was away. */
final class WrongOutages {
    private WrongOutages() {}

    /** Sweeps close an outage although events of it are still undelivered. */
    static Tampering closedTooEarly() {
        return Seams.table(Closed::new);
    }

    /** Records the outage without its events. */
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
