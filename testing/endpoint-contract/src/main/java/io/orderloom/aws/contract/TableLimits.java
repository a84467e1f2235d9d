package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The limits of DynamoDB: sizes of requests, the order of results, and requests that it rejects.
 */
public abstract class TableLimits extends OnAws {
    private static final int KIBIBYTE = 1024;

    @Test
    void an_item_has_four_hundred_kibibytes_at_most() {
        put(large("ORDER#large", "DOC#1", 399 * KIBIBYTE));

        assertRefused(() -> put(large("ORDER#large", "DOC#2", 401 * KIBIBYTE)));
    }

    @Test
    void an_item_is_measured_in_the_bytes_of_its_text() {
        var item = item("ORDER#umlauts", "STATE");
        item.put("d", text("ü".repeat(250 * KIBIBYTE)));

        assertRefused(() -> put(item));
    }

    @Test
    void a_key_is_never_empty() {
        assertRefused(() -> put(item("ORDER#nameless", "")));
    }

    @Test
    void sort_keys_are_ordered_by_the_bytes_of_their_text() {
        var tilde = "FACT#\uFF5E";
        var face = "FACT#\uD83D\uDE00";
        put(item("ORDER#signs", face));
        put(item("ORDER#signs", tilde));

        assertThat(query("ORDER#signs", null).items())
                .extracting(found -> found.get(Table.SORT_KEY))
                .containsExactly(text(tilde), text(face));
    }

    @Test
    void a_number_is_kept_as_its_value() {
        var item = item("ORDER#number", "STATE");
        item.put("v", AttributeValue.fromN("1.0"));
        put(item);

        assertThat(query("ORDER#number", null).items())
                .extracting(found -> found.get("v"))
                .containsExactly(AttributeValue.fromN("1"));
    }

    @Test
    void a_partition_of_more_than_a_mebibyte_comes_in_pages() {
        var sorts = IntStream.range(0, 8).mapToObj(i -> "FACT#" + i).toList();
        sorts.forEach(sort -> put(large("ORDER#pages", sort, 300 * KIBIBYTE)));

        var first = query("ORDER#pages", null);
        var all =
                aws()
                        .dynamo()
                        .queryPaginator(r ->
                                r.tableName(aws().table())
                                        .consistentRead(true)
                                        .keyConditionExpression("pk = :pk and begins_with(sk, :f)")
                                        .projectionExpression("pk, sk")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pk",
                                                        text("ORDER#pages"),
                                                        ":f",
                                                        text("FACT#"))))
                        .items()
                        .stream()
                        .toList();

        assertThat(first.items()).hasSizeLessThan(8);
        assertThat(first.lastEvaluatedKey()).containsKey(Table.SORT_KEY);
        assertThat(query("ORDER#pages", first.lastEvaluatedKey()).items()).isNotEmpty();
        assertThat(all)
                .isEqualTo(sorts.stream().map(sort -> (Object) item("ORDER#pages", sort)).toList());
    }

    @Test
    void a_transaction_with_an_item_twice_is_refused() {
        var twice = Collections.nCopies(2, transact(item("ORDER#twice", "STATE")));

        assertRefused(() -> aws().dynamo().transactWriteItems(r -> r.transactItems(twice)));
    }

    @Test
    void a_transaction_of_more_than_a_hundred_items_is_refused() {
        var many =
                IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> transact(item("ORDER#many", "FACT#" + i)))
                        .toList();

        assertRefused(() -> aws().dynamo().transactWriteItems(r -> r.transactItems(many)));
    }

    @Test
    void a_transaction_of_more_than_four_mebibytes_is_refused() {
        var heavy =
                IntStream.range(0, 11)
                        .mapToObj(i -> transact(large("ORDER#heavy", "D#" + i, 390 * KIBIBYTE)))
                        .toList();

        assertRefused(() -> aws().dynamo().transactWriteItems(r -> r.transactItems(heavy)));
        assertThat(query("ORDER#heavy", null).items()).isEmpty();
    }

    @Test
    void a_batch_that_writes_an_item_twice_is_refused() {
        var twice = Collections.nCopies(2, write(item("ORDER#batch", "RAW#1")));

        assertRefused(() -> batch(twice));
    }

    @Test
    void a_batch_that_writes_more_than_25_items_is_refused() {
        var many =
                IntStream.range(0, 26)
                        .mapToObj(i -> write(item("ORDER#batch", "RAW#" + i)))
                        .toList();

        assertRefused(() -> batch(many));
    }

    @Test
    void a_batch_that_reads_an_item_twice_or_more_than_a_hundred_is_refused() {
        var twice = Collections.nCopies(2, key("ORDER#read", "STATE"));
        var many =
                IntStream.rangeClosed(0, 100).mapToObj(i -> key("ORDER#read", "D#" + i)).toList();

        assertRefused(() -> read(twice));
        assertRefused(() -> read(many));
    }

    @Test
    void a_value_that_no_expression_uses_is_refused() {
        assertRefused(() ->
                aws().dynamo()
                        .putItem(r ->
                                r.tableName(aws().table())
                                        .item(item("ORDER#unused", "STATE"))
                                        .conditionExpression("attribute_not_exists(pk)")
                                        .expressionAttributeValues(Map.of(":before", text("x")))));
    }

    @Test
    void an_index_is_never_read_consistently() {
        assertRefused(() ->
                aws().dynamo()
                        .query(r ->
                                r.tableName(aws().table())
                                        .indexName(Table.WORK.name())
                                        .consistentRead(true)
                                        .keyConditionExpression("workKind = :kind")
                                        .expressionAttributeValues(Map.of(":kind", text("x")))));
    }

    private static void assertRefused(Runnable request) {
        assertThatThrownBy(request::run).isInstanceOf(DynamoDbException.class);
    }

    private QueryResponse query(String partition, @Nullable Map<String, AttributeValue> from) {
        return aws().dynamo()
                .query(r ->
                        r.tableName(aws().table())
                                .consistentRead(true)
                                .exclusiveStartKey(from)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", text(partition))));
    }

    private void put(Map<String, AttributeValue> item) {
        aws().dynamo().putItem(r -> r.tableName(aws().table()).item(item));
    }

    private void batch(List<WriteRequest> writes) {
        aws().dynamo().batchWriteItem(r -> r.requestItems(Map.of(aws().table(), writes)));
    }

    private void read(List<Map<String, AttributeValue>> keys) {
        var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        aws().dynamo().batchGetItem(r -> r.requestItems(Map.of(aws().table(), wanted)));
    }

    private static WriteRequest write(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
    }

    private TransactWriteItem transact(Map<String, AttributeValue> item) {
        var put = Put.builder().tableName(aws().table()).item(item).build();
        return TransactWriteItem.builder().put(put).build();
    }

    private static Map<String, AttributeValue> large(String partition, String sort, int bytes) {
        var item = item(partition, sort);
        item.put("d", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[bytes])));
        return item;
    }

    private static Map<String, AttributeValue> item(String partition, String sort) {
        return new HashMap<>(key(partition, sort));
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(Table.PARTITION_KEY, text(partition), Table.SORT_KEY, text(sort));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
