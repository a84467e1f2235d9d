package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The newest entry of an order's log. It lies in the item of the state that it led to, so that one
 * write commits both, and is put under its own key before the next one takes its place. Whoever
 * puts it there puts the same bytes, so that it may be done twice and by a process that was
 * overtaken.
 */
final class LogTail {
    /** The sort key that it gets. */
    private static final String KEY = "f";

    private static final String ENTRY = "e";

    private LogTail() {}

    /** Lays an entry, an item of its own as yet, into the item of its state. */
    static void put(Map<String, AttributeValue> state, Map<String, AttributeValue> entry) {
        state.put(KEY, Items.text(Items.sort(entry)));
        state.put(ENTRY, Items.attribute(entry, Items.BODY));
    }

    /** Leaves none in the item of a state. */
    static void remove(ItemUpdate state) {
        state.remove(KEY).remove(ENTRY);
    }

    /** The entry that lies in the item of a state, as the item that it becomes. */
    static Optional<Map<String, AttributeValue>> of(Map<String, AttributeValue> state) {
        if (!state.containsKey(KEY)) {
            return Optional.empty();
        }
        var entry =
                Items.key(
                        Items.attribute(state, Table.PARTITION_KEY).s(),
                        Items.attribute(state, KEY).s());
        entry.put(Items.VERSION, Items.attribute(state, Items.VERSION));
        entry.put(Items.HASH, Items.attribute(state, Items.HASH));
        entry.put(Items.BODY, Items.attribute(state, ENTRY));
        return Optional.of(entry);
    }
}
