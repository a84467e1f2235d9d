package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The behaviour of DynamoDB on which the functions rely. */
public abstract class TableContract extends OnAws {
    private static final String ABSENT = "attribute_not_exists(pk)";

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

        assertThatThrownBy(() -> aws().dynamo().transactWriteItems(r -> r.transactItems(repeated)))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(sortKeys("ORDER#both")).containsExactly("FACT#1");
        aws().dynamo().transactWriteItems(r -> r.transactItems(fresh));
        assertThat(sortKeys("ORDER#both")).containsExactly("FACT#1", "FACT#2", "STATE");
    }

    @Test
    void only_items_with_work_are_on_the_work_list_and_the_oldest_comes_first() {
        put(item("ORDER#idle", "STATE"));
        put(work("ORDER#late", "2026-11-24T10:00:00Z"));
        put(work("ORDER#early", "2026-11-24T09:00:00Z"));

        var listed =
                aws().dynamo()
                        .query(r ->
                                r.tableName(aws().table())
                                        .indexName(Table.WORK.name())
                                        .keyConditionExpression("workKind = :kind")
                                        .expressionAttributeValues(
                                                Map.of(":kind", text("exception"))));

        assertThat(listed.items())
                .extracting(found -> found.get(Table.PARTITION_KEY))
                .containsExactly(text("ORDER#early"), text("ORDER#late"));
    }

    @Test
    void a_repeated_fact_is_answered_with_the_one_that_is_there() {
        var known = new HashMap<>(item("ORDER#again", "FACT#1"));
        known.put("d", AttributeValue.fromB(SdkBytes.fromUtf8String("first")));
        put(known);

        var again =
                Put.builder()
                        .tableName(aws().table())
                        .item(item("ORDER#again", "FACT#1"))
                        .conditionExpression(ABSENT)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        var items =
                List.of(
                        newItem("ORDER#again", "STATE"),
                        TransactWriteItem.builder().put(again).build());

        assertThatThrownBy(() -> aws().dynamo().transactWriteItems(r -> r.transactItems(items)))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        cancelled -> {
                            var reason = cancelled.cancellationReasons().get(1);
                            assertThat(reason.code()).isEqualTo("ConditionalCheckFailed");
                            assertThat(reason.item()).isEqualTo(known);
                        });
    }

    @Test
    void a_state_is_replaced_only_by_a_writer_that_knows_its_version() {
        put(versioned(1));

        replace(versioned(2), 1);

        assertThatThrownBy(() -> replace(versioned(2), 1))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void an_order_s_items_are_read_at_once_and_absent_ones_are_absent() {
        put(item("ORDER#read", "STATE"));
        put(item("ORDER#read", "PII"));
        var table = aws().table();
        var keys =
                Stream.of("STATE", "PII", "DOC#1").map(sort -> item("ORDER#read", sort)).toList();

        var answer =
                aws().dynamo()
                        .batchGetItem(r ->
                                r.requestItems(
                                        Map.of(
                                                table,
                                                KeysAndAttributes.builder()
                                                        .keys(keys)
                                                        .consistentRead(true)
                                                        .build())));

        assertThat(answer.responses().getOrDefault(table, List.of()))
                .containsExactlyInAnyOrder(item("ORDER#read", "STATE"), item("ORDER#read", "PII"));
        assertThat(answer.unprocessedKeys()).isEmpty();
    }

    private static Map<String, AttributeValue> versioned(int version) {
        var state = new HashMap<>(item("ORDER#versioned", "STATE"));
        state.put("v", AttributeValue.fromN(Integer.toString(version)));
        return state;
    }

    private void replace(Map<String, AttributeValue> state, int before) {
        aws().dynamo()
                .putItem(r ->
                        r.tableName(aws().table())
                                .item(state)
                                .conditionExpression("v = :before")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":before",
                                                AttributeValue.fromN(Integer.toString(before)))));
    }

    private void put(Map<String, AttributeValue> item) {
        aws().dynamo()
                .putItem(r -> r.tableName(aws().table()).item(item).conditionExpression(ABSENT));
    }

    private TransactWriteItem newItem(String partition, String sort) {
        var put =
                Put.builder()
                        .tableName(aws().table())
                        .item(item(partition, sort))
                        .conditionExpression(ABSENT)
                        .build();
        return TransactWriteItem.builder().put(put).build();
    }

    private List<String> sortKeys(String partition) {
        return aws()
                .dynamo()
                .query(r ->
                        r.tableName(aws().table())
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
}
