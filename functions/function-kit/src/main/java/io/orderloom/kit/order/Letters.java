package io.orderloom.kit.order;

import io.orderloom.kit.json.Json;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Messages that were given up, beside their exceptions. One that may hold personal data is a {@code
 * RAW} item and expires as every payload does.
 */
public final class Letters {
    private static final String MESSAGE = "message";
    private static final String FIRST_KEPT = "firstKept";

    private final DynamoDbClient dynamo;
    private final String table;

    public Letters(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Keeps a letter under the name of its exception, in the exception's partition.
     *
     * @return when this letter was first kept: one that is handed out again is no news, even if its
     *     exception was settled meanwhile
     */
    public Instant keep(
            String partition, String fingerprint, Letter letter, Instant now, Duration keepRaw) {
        var queue = queue(letter.queue());
        var item = key(partition, fingerprint, queue).attributes();
        item.put(Items.BODY, Items.body(letter));
        item.put(MESSAGE, Items.text(letter.messageId()));
        item.put(FIRST_KEPT, Items.text(now.toString()));
        if (queue.personalData()) {
            item.put(Table.TIME_TO_LIVE, Items.number(now.plus(keepRaw).getEpochSecond()));
        }
        var parts = Parts.of(item);
        // The first one last: who finds it finds all of them.
        parts.subList(1, parts.size())
                .forEach(part -> dynamo.putItem(r -> r.tableName(table).item(part)));
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(parts.getFirst())
                            .conditionExpression(
                                    "attribute_not_exists(%1$s) or %1$s <> :message"
                                            .formatted(MESSAGE))
                            .expressionAttributeValues(
                                    Map.of(":message", Items.text(letter.messageId())))
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return now;
        } catch (ConditionalCheckFailedException same) {
            return Instant.parse(Items.attribute(same.item(), FIRST_KEPT).s());
        }
    }

    /**
     * The letter that an exception is about; empty if it has expired or the exception is about
     * something else.
     */
    public Optional<Letter> find(KeptException exception) {
        return exception
                .queue()
                .flatMap(queue -> find(key(exception.partition(), exception.fingerprint(), queue)));
    }

    private Optional<Letter> find(ItemKey key) {
        var found = new HashMap<ItemKey, Map<String, AttributeValue>>();
        for (var item : listed(key)) {
            found.put(ItemKey.of(item), item);
        }
        return Optional.ofNullable(found.get(key))
                .map(first -> Json.read(Items.unpacked(Parts.whole(first, found)), Letter.class));
    }

    private List<Map<String, AttributeValue>> listed(ItemKey key) {
        return dynamo
                .queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "%s = :partition and begins_with(%s, :sort)"
                                                .formatted(Table.PARTITION_KEY, Table.SORT_KEY))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":partition",
                                                Items.text(key.partition()),
                                                ":sort",
                                                Items.text(key.sort()))))
                .items()
                .stream()
                .toList();
    }

    private static ItemKey key(String partition, String fingerprint, Queue queue) {
        var hash = HexFormat.of().formatHex(LogEntry.sha256(Items.utf8(fingerprint)), 0, 16);
        return new ItemKey(
                partition, (queue.personalData() ? Items.RAW + "letter-" : "LETTER#") + hash);
    }

    /**
     * @throws IllegalArgumentException if there is no queue of that label
     */
    public static Queue queue(String label) {
        return Stream.of(Queue.values())
                .filter(queue -> queue.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "queue: there is no '%s', only %s"
                                        .formatted(
                                                label,
                                                Stream.of(Queue.values())
                                                        .map(Queue::label)
                                                        .toList())));
    }
}
