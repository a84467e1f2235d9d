package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.OrderCore;
import io.orderloom.fact.Fact;
import io.orderloom.kit.json.Json;
import io.orderloom.topology.Packing;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items that a fact writes: the state after it, and its entry in the log.
 *
 * @param state the item of the state, with the entry in it if both fit into one
 * @param log the entry as an item of its own
 * @param together whether the entry is in the item of the state
 * @param marks the attributes beside the state by which due work is found
 * @param after the order as it is then stored
 */
record AppendedItems(
        Map<String, AttributeValue> state,
        Map<String, AttributeValue> log,
        boolean together,
        DueMarks marks,
        LoadedOrder after) {

    static AppendedItems of(LoadedOrder before, Fact fact, ChangeSet changeSet) {
        var after = OrderCore.evolve(before.state(), changeSet);
        var entry = Json.bytes(LogEntry.of(fact, changeSet));
        var hash = HashChain.next(before.hash(), SdkBytes.fromByteArrayUnsafe(entry));

        var state = Items.key(after.id(), Items.STATE);
        state.put(Items.VERSION, Items.number(after.version()));
        state.put(Items.SCHEMA, Items.number(after.schema()));
        state.put(Items.HASH, AttributeValue.fromB(hash));
        state.put(Items.BODY, Items.body(after));

        var log = Items.key(after.id(), Items.fact(changeSet.factKey()));
        log.put(Items.VERSION, Items.number(after.version()));
        log.put(Items.HASH, AttributeValue.fromB(hash));
        log.put(Items.BODY, Items.binary(Packing.deflate(entry)));

        boolean together = size(state) + size(log) <= LargeItems.LARGEST;
        if (together) {
            LogTail.put(state, log, before.hash());
        }
        var marks = DueMarks.after(before, fact, changeSet, after);
        return new AppendedItems(
                state,
                log,
                together,
                marks,
                new LoadedOrder(
                        after,
                        hash,
                        LogTail.of(state),
                        LogTail.preceding(state),
                        marks.untoldAfter(),
                        Optional.empty()));
    }

    Map<String, AttributeValue> key() {
        return new ItemKey(Items.attribute(state, Table.PARTITION_KEY).s(), Items.sort(state))
                .attributes();
    }

    /** The state's item if the order had none before. */
    Map<String, AttributeValue> first() {
        var item = new HashMap<>(state);
        marks.put(item);
        return item;
    }

    /** The update of the item that holds the state before. */
    ItemUpdate next() {
        var update = new ItemUpdate();
        var key = key();
        state.forEach((name, value) -> {
            if (!key.containsKey(name)) {
                update.set(name, value);
            }
        });
        if (!together) {
            LogTail.remove(update);
        }
        marks.update(update);
        return update;
    }

    private static int size(Map<String, AttributeValue> item) {
        return Items.attribute(item, Items.BODY).b().asByteArrayUnsafe().length;
    }
}
