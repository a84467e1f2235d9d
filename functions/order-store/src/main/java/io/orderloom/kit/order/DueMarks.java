package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.DueWork;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What stands beside an order's state so that what is due is found without its message: the keys of
 * the index, how many tasks are due, and which events are still to be told. A function of the state
 * and of what the fact changed, written by the very write that commits them.
 *
 * @param since when something became due, unless something was before
 * @param tasks that are due and move by themselves; one where the order itself is still to come
 * @param events that are to be told from now on
 * @param untold whether others were to be told when the order was read
 */
public record DueMarks(
        OrderId order, Instant since, int tasks, List<String> events, boolean untold) {
    /** The events that are still to be told, a set of texts. */
    static final String UNTOLD = "u";

    /** How many tasks are due; absent where none is. */
    static final String TASKS = "t";

    /** Since when something is due, once the sweep has moved the index's own key. */
    static final String WAITING = "w";

    /** How many subscribers were owed the last event that was told of a test order. */
    static final String ASKED = "a";

    private static final String SHARD = "DUE#";

    static DueMarks after(LoadedOrder before, Fact fact, ChangeSet changeSet, OrderState after) {
        return new DueMarks(
                after.id(),
                fact.provenance().recordedAt(),
                DueWork.missing(after) ? 1 : DueWork.signals(after).size(),
                DueWork.events(changeSet).stream().map(DueMarks::name).toList(),
                before.untold());
    }

    static boolean untold(Map<String, AttributeValue> state) {
        return state.containsKey(UNTOLD);
    }

    /** Names an event that all subscribers are to be told of. */
    public static String name(LifecycleEvent event) {
        return Long.toString(event.sequence());
    }

    /** Names an event that one subscriber is still to be told of. */
    public static String name(LifecycleEvent event, String subscriber) {
        return event.sequence() + "/" + subscriber;
    }

    public static List<String> shards() {
        return IntStream.range(0, Table.DUE_SHARDS).mapToObj(shard -> SHARD + shard).toList();
    }

    /** Spread by the order's id, so that no partition of the index takes more than its share. */
    static String shard(OrderId order) {
        return SHARD + Math.floorMod(order.toString().hashCode(), Table.DUE_SHARDS);
    }

    /** In whole seconds, so that texts are in the order of the times. */
    static AttributeValue time(Instant at) {
        return Items.text(at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Whether something is due in any case, whatever is told meanwhile. */
    private boolean due() {
        return tasks > 0 || !events.isEmpty();
    }

    /** Whether something may still be to be told. */
    boolean untoldAfter() {
        return untold || !events.isEmpty();
    }

    /** Beside the first state of an order. */
    void put(Map<String, AttributeValue> state) {
        if (due()) {
            state.put(Table.DUE.partitionKey(), Items.text(shard(order)));
            state.put(Table.DUE.sortKey(), time(since));
        }
        if (tasks > 0) {
            state.put(TASKS, Items.number(tasks));
        }
        if (!events.isEmpty()) {
            state.put(UNTOLD, AttributeValue.fromSs(events));
        }
    }

    /** Beside a later state; what was told since the order was read stays told. */
    void update(ItemUpdate state) {
        if (tasks > 0) {
            state.set(TASKS, Items.number(tasks));
        } else {
            state.remove(TASKS);
        }
        if (!events.isEmpty()) {
            state.add(UNTOLD, events);
        }
        if (due()) {
            enter(state, order, since);
        } else if (!untold) {
            leave(state);
        }
    }

    /** Puts an order on the index; one that is on it keeps its age. */
    static void enter(ItemUpdate state, OrderId order, Instant since) {
        state.set(Table.DUE.partitionKey(), Items.text(shard(order)))
                .setUnlessThere(Table.DUE.sortKey(), time(since));
    }

    /** Takes an order off the index. */
    static ItemUpdate leave(ItemUpdate state) {
        return state.remove(Table.DUE.partitionKey()).remove(Table.DUE.sortKey()).remove(WAITING);
    }
}
