package io.orderloom.kit.order;

import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Stores the events that subscribers were not notified of in time, until each is delivered or given
 * up for good.
 */
public final class UntoldEvents {
    /** How long the record of a delivery is kept; only the next sweeps need it. */
    private static final Duration TOLD_KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public UntoldEvents(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * The events of an outage that are not delivered yet.
     *
     * @param untold for each order in the order of its events
     * @param lastTold when the subscriber last took one of those that were kept
     * @param whole whether these are all
     */
    public record Listed(List<Untold> untold, Optional<Instant> lastTold, boolean whole) {}

    /**
     * Keeps an event, unless it is kept already after as many attempts or more.
     *
     * @return false if another message delivered it meanwhile
     */
    boolean keep(DeliverEvent message, Instant now) {
        try {
            dynamo.putItem(r ->
                    r.tableName(table)
                            .item(UntoldItems.item(message, now))
                            .conditionExpression(
                                    "attribute_not_exists(%s) OR (attribute_not_exists(%s) AND %s < :attempts)"
                                            .formatted(
                                                    Table.PARTITION_KEY,
                                                    UntoldItems.TOLD,
                                                    UntoldItems.ATTEMPTS))
                            .expressionAttributeValues(
                                    Map.of(":attempts", Items.number(message.attempts())))
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException known) {
            return !known.item().containsKey(UntoldItems.TOLD);
        }
    }

    /** Records that the subscriber need not be notified of an event any more. */
    void told(DeliverEvent message, Instant now) {
        update(
                UpdateItemRequest.builder()
                        .key(UntoldItems.key(message).attributes())
                        .updateExpression(
                                "SET %s = :now, #expires = :expires REMOVE %s"
                                        .formatted(UntoldItems.TOLD, Items.BODY))
                        .expressionAttributeNames(Map.of("#expires", Table.TIME_TO_LIVE))
                        .conditionExpression(
                                "attribute_exists(%s) AND attribute_not_exists(%s)"
                                        .formatted(Table.PARTITION_KEY, UntoldItems.TOLD))
                        .expressionAttributeValues(
                                Map.of(
                                        ":now",
                                        Items.text(now.toString()),
                                        ":expires",
                                        Items.number(now.plus(TOLD_KEPT).getEpochSecond()))));
    }

    /**
     * Records that the event was sent again, unless the result of its message is recorded already.
     */
    public void sent(Untold untold, Instant now) {
        update(
                UpdateItemRequest.builder()
                        .key(UntoldItems.key(untold.message()).attributes())
                        .updateExpression("SET %s = :now".formatted(UntoldItems.SENT))
                        .conditionExpression(
                                "attribute_not_exists(%s) AND %s = :attempts"
                                        .formatted(UntoldItems.TOLD, UntoldItems.ATTEMPTS))
                        .expressionAttributeValues(
                                Map.of(
                                        ":now",
                                        Items.text(now.toString()),
                                        ":attempts",
                                        Items.number(untold.message().attempts()))));
    }

    private void update(UpdateItemRequest.Builder update) {
        try {
            dynamo.updateItem(update.tableName(table).build());
        } catch (ConditionalCheckFailedException _) {
            // The event is not kept, or another process has recorded what became of it.
        }
    }

    /**
     * @param most how many to read; it may be up to a page more
     */
    public Listed listed(Outage outage, int most, OneByOne oneByOne) {
        var untold = new ArrayList<Untold>();
        var lastTold = Optional.<Instant>empty();
        int seen = 0;
        for (var item : items(outage)) {
            var told = UntoldItems.time(item, UntoldItems.TOLD);
            if (told.isPresent()) {
                lastTold = later(lastTold, told.get());
            } else if (++seen > most) {
                return new Listed(List.copyOf(untold), lastTold, false);
            } else {
                oneByOne.read(ItemKey.of(item), () -> UntoldItems.read(item))
                        .ifPresent(untold::add);
            }
        }
        return new Listed(List.copyOf(untold), lastTold, untold.size() == seen);
    }

    private static Optional<Instant> later(Optional<Instant> known, Instant told) {
        return known.filter(told::isBefore).or(() -> Optional.of(told));
    }

    private Iterable<Map<String, AttributeValue>> items(Outage outage) {
        return dynamo.queryPaginator(r ->
                        r.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "%s = :outage and begins_with(%s, :untold)"
                                                .formatted(Table.PARTITION_KEY, Table.SORT_KEY))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":outage",
                                                Items.text(outage.partition()),
                                                ":untold",
                                                Items.text(UntoldItems.SORT))))
                .items();
    }
}
