package io.orderloom.restore;

import static java.util.stream.Collectors.toMap;

import io.orderloom.topology.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All items of the table at one moment, as a restored backup has them. */
record TableCopy(List<Map<String, AttributeValue>> items) {
    TableCopy {
        items = List.copyOf(items);
    }

    static TableCopy of(DynamoDbClient dynamoDb) {
        return new TableCopy(scan(dynamoDb).toList());
    }

    private static Stream<Map<String, AttributeValue>> scan(DynamoDbClient dynamoDb) {
        return dynamoDb
                .scanPaginator(r -> r.tableName(Table.NAME).consistentRead(true))
                .items()
                .stream();
    }

    /** Deletes all items of the table and writes those of the copy. */
    void restore(DynamoDbClient dynamoDb) {
        for (var lost : scan(dynamoDb).toList()) {
            dynamoDb.deleteItem(r -> r.tableName(Table.NAME).key(key(lost)));
        }
        for (var kept : items) {
            dynamoDb.putItem(r -> r.tableName(Table.NAME).item(kept));
        }
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Stream.of(Table.PARTITION_KEY, Table.SORT_KEY)
                .collect(toMap(name -> name, name -> item.get(name)));
    }
}
