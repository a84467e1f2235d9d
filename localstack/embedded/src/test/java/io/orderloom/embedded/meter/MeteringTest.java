package io.orderloom.embedded.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.emulator.DynamoDbEmulator;
import io.orderloom.embedded.emulator.Tables;
import io.orderloom.topology.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Uses the real proxy in front of the real emulator. */
class MeteringTest {
    @TempDir private Path directory;
    private DynamoDbEmulator emulator;
    private Metering metering;
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void start() {
        emulator = DynamoDbEmulator.start(directory, 0, false);
        metering = new Metering();
        try (var direct = LocalAws.dynamoDb(emulator.endpoint())) {
            Tables.create(direct);
        }
        dynamoDb =
                LocalAws.dynamoDb(metering.inFrontOf(emulator.endpoint(), "dynamodb", "somebody"));
    }

    @AfterEach
    void stop() {
        dynamoDb.close();
        metering.close();
        emulator.close();
    }

    @Test
    void an_item_of_a_kilobyte_costs_a_unit_and_a_little_more_costs_two() {
        dynamoDb.putItem(r -> r.tableName(Table.NAME).item(item("small", 900)));
        dynamoDb.putItem(r -> r.tableName(Table.NAME).item(item("larger", 1_100)));

        assertThat(counted("PutItem").requests()).isEqualTo(2);
        assertThat(counted("PutItem").writeUnits()).isEqualByComparingTo("3");
    }

    @Test
    void a_transaction_counts_double_as_it_is_billed() {
        dynamoDb.transactWriteItems(r ->
                r.transactItems(
                        Stream.of("one", "two")
                                .map(sort -> item(sort, 100))
                                .map(item -> Put.builder().tableName(Table.NAME).item(item))
                                .map(put -> TransactWriteItem.builder().put(put.build()))
                                .map(TransactWriteItem.Builder::build)
                                .toList()));

        assertThat(counted("TransactWriteItems").writeUnits()).isEqualByComparingTo("4");
    }

    @Test
    void entering_an_index_and_leaving_it_cost_a_unit_each_and_staying_costs_none() {
        dynamoDb.putItem(r -> r.tableName(Table.NAME).item(due("one", "a")));
        assertThat(counted("PutItem").writeUnits()).isEqualByComparingTo("2");

        update("SET body = :text", Map.of(":text", AttributeValue.fromS("other")));
        assertThat(counted("UpdateItem").writeUnits()).isEqualByComparingTo("1");

        update("SET dueSince = :text", Map.of(":text", AttributeValue.fromS("b")));
        assertThat(counted("UpdateItem").writeUnits()).isEqualByComparingTo("4");

        update("REMOVE dueIn, dueSince", Map.of());
        assertThat(counted("UpdateItem").writeUnits()).isEqualByComparingTo("6");
    }

    private void update(String expression, Map<String, AttributeValue> values) {
        dynamoDb.updateItem(r -> {
            r.tableName(Table.NAME).key(key("one")).updateExpression(expression);
            if (!values.isEmpty()) {
                r.expressionAttributeValues(values);
            }
        });
    }

    private static Map<String, AttributeValue> due(String sort, String since) {
        var item = new HashMap<>(item(sort, 100));
        item.put(Table.DUE.partitionKey(), AttributeValue.fromS("DUE#0"));
        item.put(Table.DUE.sortKey(), AttributeValue.fromS(since));
        return item;
    }

    @Test
    void a_consistent_read_costs_a_unit_and_writes_nothing() {
        dynamoDb.putItem(r -> r.tableName(Table.NAME).item(item("one", 100)));

        dynamoDb.getItem(r -> r.tableName(Table.NAME).key(key("one")).consistentRead(true));

        assertThat(counted("GetItem").readUnits()).isEqualByComparingTo("1");
        assertThat(counted("GetItem").writeUnits()).isEqualByComparingTo("0");
    }

    private Count counted(String action) {
        return metering.snapshot()
                .getOrDefault(new Metering.Key("somebody", "dynamodb", action), Count.NONE);
    }

    private static Map<String, AttributeValue> key(String sort) {
        return Map.of(
                Table.PARTITION_KEY, AttributeValue.fromS("ORDER#1"),
                Table.SORT_KEY, AttributeValue.fromS(sort));
    }

    private static Map<String, AttributeValue> item(String sort, int bytes) {
        return Map.of(
                Table.PARTITION_KEY,
                AttributeValue.fromS("ORDER#1"),
                Table.SORT_KEY,
                AttributeValue.fromS(sort),
                "body",
                AttributeValue.fromS("x".repeat(bytes)));
    }
}
