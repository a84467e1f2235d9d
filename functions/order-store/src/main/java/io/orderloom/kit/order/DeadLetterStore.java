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
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Stores messages that were given up, beside their exceptions. One that may hold personal data is a
 * {@code RAW} item and expires as every payload does.
 */
public final class DeadLetterStore {
    /** The beginning of the sort keys of those that may hold personal data. */
    static final String RAW_LETTER = Items.RAW + "letter-";

    private static final String MESSAGE = "message";
    private static final String FIRST_KEPT = "firstKept";

    /**
     * How often a write may lose a race for one dead letter before the message is left to a later
     * delivery.
     */
    private static final int RACES = 20;

    private final DynamoDbClient dynamo;
    private final String table;

    public DeadLetterStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Keeps a dead letter under the name of its exception, in the exception's partition.
     *
     * @return when this message was first kept, which is later than for any message before it. A
     *     message that is delivered again keeps its time, and so does not reopen an exception that
     *     was settled meanwhile.
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    public Instant keep(
            String partition,
            String fingerprint,
            DeadLetter letter,
            Instant now,
            Duration keepRaw) {
        return put(parts(partition, fingerprint, letter, now, keepRaw), letter, fingerprint, now);
    }

    private static List<Map<String, AttributeValue>> parts(
            String partition,
            String fingerprint,
            DeadLetter letter,
            Instant now,
            Duration keepRaw) {
        var queue = queue(letter.queue());
        var item = key(partition, fingerprint, queue).attributes();
        item.put(Items.BODY, Items.body(letter));
        item.put(MESSAGE, Items.text(letter.messageId()));
        if (queue.personalData()) {
            item.put(Table.TIME_TO_LIVE, Items.number(now.plus(keepRaw).getEpochSecond()));
        }
        return LargeItems.of(item);
    }

    /**
     * Keeps a dead letter in the same way. If its delivery was erased, only the message's id is
     * kept.
     */
    public Instant keepUnlessErased(
            String partition,
            String fingerprint,
            DeadLetter letter,
            Instant now,
            Duration keepRaw) {
        var firstKept = keep(partition, fingerprint, letter, now, keepRaw);
        // The tombstone is looked for after the dead letter was put, or an erasure could miss it.
        if (queue(letter.queue()).personalData()
                && Erasure.isErased(partition, new TableReads(dynamo, table))) {
            empty(parts(partition, fingerprint, letter, now, keepRaw), letter, firstKept);
        }
        return firstKept;
    }

    private Instant put(
            List<Map<String, AttributeValue>> parts,
            DeadLetter letter,
            String fingerprint,
            Instant now) {
        // The first part is put last: a reader that finds it finds all of them.
        parts.subList(1, parts.size())
                .forEach(part -> dynamo.putItem(r -> r.tableName(table).item(part)));
        var at = now;
        var known = putFirst(parts.getFirst(), at, Optional.empty());
        for (int race = 0; race < RACES; race++) {
            if (known.isEmpty()) {
                return at;
            }
            var before = known.get();
            if (before.messageId().equals(letter.messageId())) {
                return before.firstKept();
            }
            at = now.isAfter(before.firstKept()) ? now : before.firstKept().plusMillis(1);
            known = putFirst(parts.getFirst(), at, known);
        }
        throw new IllegalStateException(
                "the dead letter of %s was changed by other processes at each of %d attempts; try again"
                        .formatted(fingerprint, RACES));
    }

    /**
     * Empties the items, because no function may delete one. If another message has taken their
     * place, it looks for the tombstone itself.
     */
    private void empty(
            List<Map<String, AttributeValue>> parts, DeadLetter letter, Instant firstKept) {
        parts.subList(1, parts.size())
                .forEach(part -> dynamo.putItem(r -> r.tableName(table).item(bare(part))));
        var first = bare(parts.getFirst());
        first.put(MESSAGE, Items.text(letter.messageId()));
        first.put(FIRST_KEPT, Items.text(firstKept.toString()));
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(first)
                            .conditionExpression(MESSAGE + " = :mine")
                            .expressionAttributeValues(
                                    Map.of(":mine", Items.text(letter.messageId()))));
        } catch (ConditionalCheckFailedException _) {
            // Another message is kept there.
        }
    }

    private static Map<String, AttributeValue> bare(Map<String, AttributeValue> part) {
        var bare = new HashMap<>(part);
        bare.keySet().retainAll(Set.of(Table.PARTITION_KEY, Table.SORT_KEY, Table.TIME_TO_LIVE));
        return bare;
    }

    /** The message that is kept. */
    private record Known(String messageId, Instant firstKept) {}

    /**
     * @param before the message that must be there; empty if none may be
     * @return the message that is there instead
     */
    private Optional<Known> putFirst(
            Map<String, AttributeValue> part, Instant at, Optional<Known> before) {
        var item = new HashMap<>(part);
        item.put(FIRST_KEPT, Items.text(at.toString()));
        var request =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        before.ifPresentOrElse(
                known ->
                        request.conditionExpression(MESSAGE + " = :before")
                                .expressionAttributeValues(
                                        Map.of(":before", Items.text(known.messageId()))),
                () -> request.conditionExpression("attribute_not_exists(%s)".formatted(MESSAGE)));
        try {
            dynamo.putItem(request.build());
            return Optional.empty();
        } catch (ConditionalCheckFailedException instead) {
            return Optional.of(
                    new Known(
                            Items.attribute(instead.item(), MESSAGE).s(),
                            Instant.parse(Items.attribute(instead.item(), FIRST_KEPT).s())));
        }
    }

    /**
     * The dead letter that an exception is about; empty if it has expired or was erased, or if the
     * exception is about something else.
     */
    public Optional<DeadLetter> find(ExceptionRecord exception) {
        return exception
                .queue()
                .flatMap(queue -> find(key(exception.partition(), exception.fingerprint(), queue)));
    }

    private Optional<DeadLetter> find(ItemKey key) {
        var found = new HashMap<ItemKey, Map<String, AttributeValue>>();
        for (var item : listed(key)) {
            found.put(ItemKey.of(item), item);
        }
        return Optional.ofNullable(found.get(key))
                .filter(first -> first.containsKey(Items.BODY))
                .map(first ->
                        Json.read(
                                Items.unpacked(LargeItems.whole(first, found)), DeadLetter.class));
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

    /** Whether it is a dead letter's first item, and not a further part of one. */
    static boolean isFirst(Map<String, AttributeValue> item) {
        return item.containsKey(MESSAGE);
    }

    private static ItemKey key(String partition, String fingerprint, Queue queue) {
        var hash = HexFormat.of().formatHex(Hashes.sha256(Items.utf8(fingerprint)), 0, 16);
        return new ItemKey(partition, (queue.personalData() ? RAW_LETTER : "LETTER#") + hash);
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
                                "QUEUE: there is no queue '%s'; there are %s"
                                        .formatted(
                                                label,
                                                Stream.of(Queue.values())
                                                        .map(Queue::label)
                                                        .toList())));
    }
}
