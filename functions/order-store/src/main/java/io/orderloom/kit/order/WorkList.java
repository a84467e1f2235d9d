package io.orderloom.kit.order;

import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the work list from its index, a part at a time: no more than a page of the index is in
 * memory. It lags moments behind the table.
 */
@ApplicationScoped
class WorkList {
    /** The most keys in one BatchGetItem (Amazon DynamoDB API Reference). */
    static final int TOGETHER = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    WorkList(DynamoDbClient dynamo, TableName name) {
        this.dynamo = dynamo;
        this.table = name.value();
    }

    /**
     * The index partitions of the work list: open exceptions first, then the tasks of each kind.
     */
    static List<String> kinds() {
        return Stream.concat(
                        Stream.of(Items.OPEN_EXCEPTION),
                        Stream.of(TaskKind.values()).map(Items::work))
                .toList();
    }

    /** The partitions that are left for a sweep that begins after a place. */
    static List<String> kindsFrom(Optional<WorkPlace> behind) {
        var kinds = kinds();
        return behind.map(place -> kinds.indexOf(place.kind()))
                .filter(at -> at >= 0)
                .map(at -> kinds.subList(at, kinds.size()))
                .orElse(kinds);
    }

    /**
     * All items of a kind, in parts of {@link #TOGETHER}.
     *
     * @param behind the place to begin after, if it is one of this kind
     */
    Iterator<List<Map<String, AttributeValue>>> parts(String kind, Optional<WorkPlace> behind) {
        var items = items(kind, behind.filter(place -> place.kind().equals(kind))).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public List<Map<String, AttributeValue>> next() {
                var part = new ArrayList<Map<String, AttributeValue>>(TOGETHER);
                do {
                    part.add(items.next());
                } while (items.hasNext() && part.size() < TOGETHER);
                return part;
            }
        };
    }

    private Stream<Map<String, AttributeValue>> items(String kind, Optional<WorkPlace> behind) {
        return dynamo
                .queryPaginator(r -> {
                    r.tableName(table)
                            .indexName(Table.WORK.name())
                            .keyConditionExpression(Table.WORK.partitionKey() + " = :kind")
                            .expressionAttributeValues(Map.of(":kind", Items.text(kind)));
                    behind.ifPresent(place -> r.exclusiveStartKey(place.key()));
                })
                .items()
                .stream();
    }
}
