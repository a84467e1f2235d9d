package io.orderloom.bench;

import io.orderloom.embedded.common.LocalAws;
import io.orderloom.topology.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Fills the table with copies of an order that went through the functions: all its items, under the
 * numbers of orders that nobody placed.
 */
final class StoredOrders implements AutoCloseable {
    /** The most items in one BatchWriteItem (Amazon DynamoDB API Reference). */
    private static final int ITEMS = 25;

    private static final long FIRST_ID = 7_000_000_000_001L;

    private final DynamoDbClient table;
    private int stored;

    StoredOrders(URI table) {
        this.table = LocalAws.dynamoDb(table);
    }

    /**
     * @param pattern the number of an order that is in the table; its copies have as many digits
     * @param orders that the table is to hold in the end
     */
    void fill(long pattern, int orders, IntConsumer progress) {
        var items = itemsOf(pattern);
        var batch = new ArrayList<Map<String, AttributeValue>>();
        for (; stored < orders; stored++) {
            var other = Long.toString(FIRST_ID + stored);
            for (var item : items) {
                batch.add(copy(item, text -> text.replace(Long.toString(pattern), other)));
                if (batch.size() == ITEMS) {
                    write(batch);
                }
            }
            progress.accept(stored);
        }
        if (!batch.isEmpty()) {
            write(batch);
        }
    }

    private List<Map<String, AttributeValue>> itemsOf(long order) {
        var items =
                table.scanPaginator(r -> r.tableName(Table.NAME)).items().stream()
                        .filter(item -> keyOf(item).contains(Long.toString(order)))
                        .toList();
        if (items.isEmpty()) {
            throw new IllegalStateException("the table holds no order " + order);
        }
        return items;
    }

    private static String keyOf(Map<String, AttributeValue> item) {
        return item.getOrDefault(Table.PARTITION_KEY, AttributeValue.fromS("")).s();
    }

    private static Map<String, AttributeValue> copy(
            Map<String, AttributeValue> item, UnaryOperator<String> renamed) {
        return item.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> value(entry.getValue(), renamed)));
    }

    /** Packed attributes keep the number of their pattern; nobody reads them. */
    private static AttributeValue value(AttributeValue value, UnaryOperator<String> renamed) {
        return switch (value.type()) {
            case S -> AttributeValue.fromS(renamed.apply(value.s()));
            case M -> AttributeValue.fromM(copy(value.m(), renamed));
            case L ->
                    AttributeValue.fromL(
                            value.l().stream().map(one -> value(one, renamed)).toList());
            case N, B, SS, NS, BS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> value;
        };
    }

    private void write(List<Map<String, AttributeValue>> batch) {
        var writes =
                batch.stream()
                        .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
                        .toList();
        var left = table.batchWriteItem(r -> r.requestItems(Map.of(Table.NAME, writes)));
        if (!left.unprocessedItems().isEmpty()) {
            throw new IllegalStateException("the table does not take a batch of 25 items");
        }
        batch.clear();
    }

    @Override
    public void close() {
        table.close();
    }
}
