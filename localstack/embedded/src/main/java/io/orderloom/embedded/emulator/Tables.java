package io.orderloom.embedded.emulator;

import io.orderloom.topology.Table;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the topology's table; a table that exists gets the indexes that it lacks. */
public final class Tables {
    private Tables() {}

    public static void create(DynamoDbClient dynamoDb) {
        if (dynamoDb.listTables().tableNames().contains(Table.NAME)) {
            complete(dynamoDb);
            return;
        }
        dynamoDb.createTable(r ->
                r.tableName(Table.NAME)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes())
                        .keySchema(keys(Table.PARTITION_KEY, Table.SORT_KEY))
                        .globalSecondaryIndexes(indexes()));
        dynamoDb.updateTimeToLive(r ->
                r.tableName(Table.NAME)
                        .timeToLiveSpecification(
                                t -> t.attributeName(Table.TIME_TO_LIVE).enabled(true)));
    }

    /** DynamoDB makes one index at a time. */
    private static void complete(DynamoDbClient dynamoDb) {
        var there =
                dynamoDb
                        .describeTable(r -> r.tableName(Table.NAME))
                        .table()
                        .globalSecondaryIndexes()
                        .stream()
                        .map(GlobalSecondaryIndexDescription::indexName)
                        .toList();
        Table.INDEXES.stream()
                .filter(index -> !there.contains(index.name()))
                .map(Tables::made)
                .forEach(made ->
                        dynamoDb.updateTable(r ->
                                r.tableName(Table.NAME)
                                        .attributeDefinitions(attributes())
                                        .globalSecondaryIndexUpdates(List.of(made))));
    }

    private static GlobalSecondaryIndexUpdate made(Table.Index index) {
        return GlobalSecondaryIndexUpdate.builder()
                .create(c ->
                        c.indexName(index.name())
                                .keySchema(keys(index.partitionKey(), index.sortKey()))
                                .projection(p -> p.projectionType(projected(index))))
                .build();
    }

    private static List<AttributeDefinition> attributes() {
        var names = new TreeSet<>(List.of(Table.PARTITION_KEY, Table.SORT_KEY));
        for (var index : Table.INDEXES) {
            names.add(index.partitionKey());
            names.add(index.sortKey());
        }
        return names.stream()
                .map(name ->
                        AttributeDefinition.builder()
                                .attributeName(name)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                .toList();
    }

    private static List<GlobalSecondaryIndex> indexes() {
        return Table.INDEXES.stream()
                .map(index ->
                        GlobalSecondaryIndex.builder()
                                .indexName(index.name())
                                .keySchema(keys(index.partitionKey(), index.sortKey()))
                                .projection(p -> p.projectionType(projected(index)))
                                .build())
                .toList();
    }

    private static ProjectionType projected(Table.Index index) {
        return switch (index.projection()) {
            case ALL -> ProjectionType.ALL;
            case KEYS -> ProjectionType.KEYS_ONLY;
        };
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(key(partition, KeyType.HASH), key(sort, KeyType.RANGE));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
