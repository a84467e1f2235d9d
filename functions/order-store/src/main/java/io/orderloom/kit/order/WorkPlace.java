package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A place on the work list. Even if the item there is gone, the list can be continued after it.
 *
 * @param kind the kind of work, the index's partition
 * @param since the index's sort key within the kind
 * @param item the item that was at this place
 */
record WorkPlace(String kind, String since, ItemKey item) {
    private static final String PARTITION = "SWEEP#work";
    private static final String SORT = "CURSOR";

    /** Not the names of the index's attributes, or the cursor would be on the work list itself. */
    private static final String KIND = "kind";

    private static final String SINCE = "since";
    private static final String ITEM_PARTITION = "partition";
    private static final String ITEM_SORT = "sort";

    /** The one item in which a sweep that ran out of time leaves its place for the next. */
    static final ItemKey CURSOR = new ItemKey(PARTITION, SORT);

    static WorkPlace of(Map<String, AttributeValue> listed) {
        return new WorkPlace(
                Items.attribute(listed, Table.WORK.partitionKey()).s(),
                Items.attribute(listed, Table.WORK.sortKey()).s(),
                ItemKey.of(listed));
    }

    /** The place in a cursor's item; empty if the cursor was reset. */
    static Optional<WorkPlace> read(Map<String, AttributeValue> cursor) {
        return cursor.containsKey(KIND)
                ? Optional.of(
                        new WorkPlace(
                                Items.attribute(cursor, KIND).s(),
                                Items.attribute(cursor, SINCE).s(),
                                new ItemKey(
                                        Items.attribute(cursor, ITEM_PARTITION).s(),
                                        Items.attribute(cursor, ITEM_SORT).s())))
                : Optional.empty();
    }

    Map<String, AttributeValue> cursor() {
        var cursor = CURSOR.attributes();
        cursor.put(KIND, Items.text(kind));
        cursor.put(SINCE, Items.text(since));
        cursor.put(ITEM_PARTITION, Items.text(item.partition()));
        cursor.put(ITEM_SORT, Items.text(item.sort()));
        return cursor;
    }

    /** The key with which a query of the index begins after this place. */
    Map<String, AttributeValue> key() {
        var key = new HashMap<>(item.attributes());
        key.put(Table.WORK.partitionKey(), Items.text(kind));
        key.put(Table.WORK.sortKey(), Items.text(since));
        return key;
    }
}
