package io.orderloom.simulation.seam;

import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * An index that is an eventually consistent copy of the table: each write reaches it only some time
 * later, so that a query of the index returns the table's past.
 */
public final class TrailingIndex {
    private final Scheduler scheduler;
    private final Duration lag;
    private final Runnable met;
    private final DynamoDbClient copy =
            new TableClient(new SimulatedTable(), Boundaries.STEADY, () -> TableTrouble.NONE);

    /**
     * @param lag how far the copy is behind
     * @param met called at each read of the index
     */
    public TrailingIndex(SimulatedTable table, Scheduler scheduler, Duration lag, Runnable met) {
        this.scheduler = scheduler;
        this.lag = lag;
        this.met = met;
        table.watch(this::changed);
    }

    /** The table with that index, as one process reaches it. */
    public DynamoDbClient over(DynamoDbClient dynamo) {
        return new Hands(dynamo);
    }

    private void changed(Map<String, AttributeValue> key, Map<String, AttributeValue> item) {
        var place =
                Map.of(
                        Table.PARTITION_KEY, value(key, Table.PARTITION_KEY),
                        Table.SORT_KEY, value(key, Table.SORT_KEY));
        scheduler.after(
                lag,
                () -> {
                    if (item.isEmpty()) {
                        copy.deleteItem(r -> r.tableName(Table.NAME).key(place));
                    } else {
                        copy.putItem(r -> r.tableName(Table.NAME).item(item));
                    }
                });
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name));
    }

    private final class Hands extends ForwardingTable {
        Hands(DynamoDbClient dynamo) {
            super(dynamo);
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            // The table is queried all the same, since the request may stall, die or be rejected.
            var now = super.query(request);
            if (request.indexName() == null) {
                return now;
            }
            met.run();
            return copy.query(request);
        }
    }
}
