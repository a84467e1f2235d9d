package io.orderloom.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Table;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items in the table, read directly. */
final class StoredItems implements AutoCloseable {
    private final DynamoDbClient dynamoDb;

    StoredItems(URI endpoint) {
        this.dynamoDb = LocalAws.dynamoDb(endpoint);
    }

    /**
     * The sort keys of all items of one order.
     *
     * @param id of the order, or of the delivery if no order could be read
     */
    List<String> of(String id) {
        return partition(id).map(item -> text(item, Table.SORT_KEY)).toList();
    }

    private Stream<Map<String, AttributeValue>> partition(String id) {
        return dynamoDb
                .queryPaginator(r ->
                        r.tableName(Table.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(Table.PARTITION_KEY + " = :order")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":order",
                                                AttributeValue.fromS("ORDER#demo-shop:" + id))))
                .items()
                .stream();
    }

    /** The open exceptions of one order, from the work list. */
    List<JsonNode> openExceptions(String id) {
        return dynamoDb
                .queryPaginator(r ->
                        r.tableName(Table.NAME)
                                .indexName(Table.WORK.name())
                                .keyConditionExpression(Table.WORK.partitionKey() + " = :open")
                                .expressionAttributeValues(
                                        Map.of(":open", AttributeValue.fromS("EXCEPTION#open"))))
                .items()
                .stream()
                .filter(item -> text(item, Table.PARTITION_KEY).equals("ORDER#demo-shop:" + id))
                .map(item -> body(item, "d"))
                .toList();
    }

    /** The number of occurrences of the only exception of an order, open or not. */
    int timesMet(String id) {
        return partition(id)
                .filter(item -> item.containsKey("life"))
                .mapToInt(item -> body(item, "life").path("met").path("times").asInt())
                .sum();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private static JsonNode body(Map<String, AttributeValue> item, String attribute) {
        var packed = item.getOrDefault(attribute, AttributeValue.fromNul(true)).b().asByteArray();
        return StackJson.parse(Packing.inflate(packed)).orElseThrow();
    }

    @Override
    public void close() {
        dynamoDb.close();
    }
}
