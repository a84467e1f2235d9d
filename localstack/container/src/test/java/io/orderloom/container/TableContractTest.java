package io.orderloom.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@TestInstance(Lifecycle.PER_CLASS)
class TableContractTest {
    private static final String ABSENT = "attribute_not_exists(pk)";
    private final List<Stack> opened = new ArrayList<>();

    @BeforeAll
    void open() {
        opened.add(Stack.openOrSkip("table"));
    }

    @AfterAll
    void close() {
        opened.forEach(Stack::close);
    }

    @Test
    void a_fact_is_written_once() {
        put(item("ORDER#once", "FACT#1"));

        assertThatThrownBy(() -> put(item("ORDER#once", "FACT#1")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void state_and_fact_are_written_both_or_neither() {
        put(item("ORDER#both", "FACT#1"));

        var repeated = List.of(newItem("ORDER#both", "STATE"), newItem("ORDER#both", "FACT#1"));
        var fresh = List.of(newItem("ORDER#both", "STATE"), newItem("ORDER#both", "FACT#2"));

        assertThatThrownBy(
                        () -> stack().dynamo().transactWriteItems(r -> r.transactItems(repeated)))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(sortKeys("ORDER#both")).containsExactly("FACT#1");
        stack().dynamo().transactWriteItems(r -> r.transactItems(fresh));
        assertThat(sortKeys("ORDER#both")).containsExactly("FACT#1", "FACT#2", "STATE");
    }

    @Test
    void only_items_with_work_are_on_the_work_list_and_the_oldest_comes_first() {
        put(item("ORDER#idle", "STATE"));
        put(work("ORDER#late", "2026-11-24T10:00:00Z"));
        put(work("ORDER#early", "2026-11-24T09:00:00Z"));

        var listed =
                stack().dynamo()
                        .query(r ->
                                r.tableName(stack().provisioned().table())
                                        .indexName(Table.WORK.name())
                                        .keyConditionExpression("workKind = :kind")
                                        .expressionAttributeValues(
                                                Map.of(":kind", text("exception"))));

        assertThat(listed.items())
                .extracting(found -> found.get(Table.PARTITION_KEY))
                .containsExactly(text("ORDER#early"), text("ORDER#late"));
    }

    private void put(Map<String, AttributeValue> item) {
        stack().dynamo()
                .putItem(r ->
                        r.tableName(stack().provisioned().table())
                                .item(item)
                                .conditionExpression(ABSENT));
    }

    private TransactWriteItem newItem(String partition, String sort) {
        var put =
                Put.builder()
                        .tableName(stack().provisioned().table())
                        .item(item(partition, sort))
                        .conditionExpression(ABSENT)
                        .build();
        return TransactWriteItem.builder().put(put).build();
    }

    private List<String> sortKeys(String partition) {
        return stack()
                .dynamo()
                .query(r ->
                        r.tableName(stack().provisioned().table())
                                .consistentRead(true)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", text(partition))))
                .items()
                .stream()
                .map(item -> item.getOrDefault(Table.SORT_KEY, text("")).s())
                .toList();
    }

    private static Map<String, AttributeValue> item(String partition, String sort) {
        return Map.of(Table.PARTITION_KEY, text(partition), Table.SORT_KEY, text(sort));
    }

    private static Map<String, AttributeValue> work(String partition, String since) {
        var item = new HashMap<>(item(partition, "STATE"));
        item.put(Table.WORK.partitionKey(), text("exception"));
        item.put(Table.WORK.sortKey(), text(since));
        return item;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private Stack stack() {
        return opened.getFirst();
    }
}
