package io.orderloom.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items in the table, read directly, whichever version wrote them. */
final class Stored implements AutoCloseable {
    /** The attribute that holds an item's deflated JSON. */
    static final String BODY = "d";

    /** The attribute with the newest entry of an order's log, in the item of its state. */
    static final String TAIL = "e";

    private final DynamoDbClient dynamoDb;

    Stored(URI endpoint) {
        this.dynamoDb = LocalAws.dynamoDb(endpoint);
    }

    /** The state of the order's task of this kind; empty while no function has touched it. */
    Optional<String> task(long order, String kind) {
        var key =
                Map.of(
                        Table.PARTITION_KEY,
                        AttributeValue.fromS(
                                "ORDER#%s:%d".formatted(EmbeddedStack.DEMO_SHOP, order)),
                        Table.SORT_KEY,
                        AttributeValue.fromS("TASK#%s#1".formatted(kind)));
        var item = dynamoDb.getItem(r -> r.tableName(Table.NAME).key(key).consistentRead(true));
        return item.hasItem()
                ? Optional.of(body(item.item()).path("task").asText())
                : Optional.empty();
    }

    /** The entries of the work list: open exceptions, and tasks in trouble. */
    List<String> openWork() {
        return all().stream()
                .filter(item -> item.containsKey(Table.WORK.partitionKey()))
                .map(item -> text(item, Table.PARTITION_KEY) + " " + text(item, Table.SORT_KEY))
                .toList();
    }

    List<Map<String, AttributeValue>> all() {
        return dynamoDb
                .scanPaginator(r -> r.tableName(Table.NAME).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    void put(Map<String, AttributeValue> item) {
        dynamoDb.putItem(r -> r.tableName(Table.NAME).item(item));
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    static JsonNode body(Map<String, AttributeValue> item) {
        return body(item.getOrDefault(BODY, AttributeValue.fromNul(true)));
    }

    static JsonNode body(AttributeValue packed) {
        return StackJson.parse(Packing.inflate(packed.b().asByteArray())).orElseThrow();
    }

    static AttributeValue packed(JsonNode body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(StackJson.bytes(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes.toByteArray()));
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
