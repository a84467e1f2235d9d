package io.orderloom.kit.order;

import io.orderloom.exception.ExceptionCase;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.exception.OrderException;
import io.orderloom.topology.Table;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The stored form of an exception: the exception itself, its state beside it, and, as long as
 * somebody has to do something about it, its place on the work list.
 */
final class ExceptionItems {
    private static final String LIFE = "life";

    private ExceptionItems() {}

    static Map<String, AttributeValue> item(ItemKey key, ExceptionCase value, long version) {
        var item = key.attributes();
        item.put(Items.BODY, Items.body(value.what()));
        item.put(LIFE, Items.body(value.life()));
        item.put(Items.VERSION, Items.number(version));
        if (value.life() instanceof Live) {
            item.put(Table.WORK.partitionKey(), Items.text(Items.OPEN_EXCEPTION));
            item.put(
                    Table.WORK.sortKey(),
                    Items.text(value.what().type() + "#" + value.what().raisedAt()));
        }
        return item;
    }

    static ExceptionRecord read(Map<String, AttributeValue> item) {
        var what = Items.body(item, OrderException.class);
        var version = item.get(Items.VERSION);
        return new ExceptionRecord(
                ItemKey.of(item),
                new ExceptionCase(what, life(item, what)),
                version == null ? 0 : Long.parseLong(version.n()));
    }

    /** Items from before exceptions had a life cycle hold only whether they are open. */
    private static ExceptionLife life(Map<String, AttributeValue> item, OrderException what) {
        var life = item.get(LIFE);
        if (life != null) {
            return Items.body(item, LIFE, ExceptionLife.class);
        }
        var opened = ExceptionLife.opened(what.raisedAt(), "occurred for the first time");
        return item.containsKey(Table.WORK.partitionKey())
                ? opened
                : opened.resolve(opened.history().getLast().deed());
    }

    /**
     * The condition that the item still has this version; items from before there were versions
     * have none.
     */
    static void replacing(PutItemRequest.Builder request, long version) {
        if (version == 0) {
            request.conditionExpression("attribute_not_exists(%s)".formatted(Items.VERSION));
        } else {
            request.conditionExpression(Items.VERSION + " = :before")
                    .expressionAttributeValues(Map.of(":before", Items.number(version)));
        }
    }
}
