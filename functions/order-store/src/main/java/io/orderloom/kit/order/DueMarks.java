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
 * Attributes beside an order's state by which due work is found without its message: the keys of
 * the index, how many tasks are due, and which events are still to be delivered. They follow from
 * the state and the changes of the fact, and are written with the commit itself.
 *
 * @param since when something became due, unless something was due before
 * @param tasks how many tasks are due and need no person, and one if facts wait for another or for
 *     the order itself
 * @param events the new events to be delivered
 * @param untold whether others were to be delivered when the order was read
 */
public record DueMarks(
        OrderId order, Instant since, int tasks, List<String> events, boolean untold) {
    /** The events that are still to be delivered, a set of strings. */
    static final String UNTOLD = "u";

    /** How many tasks are due, and one if facts wait; absent if none is and none does. */
    static final String TASKS = "t";

    /** The time since when something is due, once the sweep has moved the index's sort key. */
    static final String WAITING = "w";

    /** How many subscribers the last event of a test order was for. */
    static final String ASKED = "a";

    private static final String SHARD = "DUE#";

    static DueMarks after(LoadedOrder before, Fact fact, ChangeSet changeSet, OrderState after) {
        return new DueMarks(
                after.id(),
                fact.provenance().recordedAt(),
                DueWork.signals(after).size() + (DueWork.waits(after) ? 1 : 0),
                DueWork.events(changeSet).stream().map(DueMarks::name).toList(),
                before.untold());
    }

    static boolean untold(Map<String, AttributeValue> state) {
        return state.containsKey(UNTOLD);
    }

    /** The name of an event that all subscribers are to be notified of. */
    public static String name(LifecycleEvent event) {
        return Long.toString(event.sequence());
    }

    /** The name of an event that one subscriber is still to be notified of. */
    public static String name(LifecycleEvent event, String subscriber) {
        return event.sequence() + "/" + subscriber;
    }

    public static List<String> shards() {
        return IntStream.range(0, Table.DUE_SHARDS).mapToObj(shard -> SHARD + shard).toList();
    }

    /**
     * The shard is chosen by the order's id, so that each partition of the index takes its share.
     */
    static String shard(OrderId order) {
        return SHARD + Math.floorMod(order.toString().hashCode(), Table.DUE_SHARDS);
    }

    /** In whole seconds, so that the texts sort as the times do. */
    static AttributeValue time(Instant at) {
        return Items.text(at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Whether something is due whatever is delivered meanwhile. */
    private boolean due() {
        return tasks > 0 || !events.isEmpty();
    }

    /** Whether there may still be events to deliver. */
    boolean untoldAfter() {
        return untold || !events.isEmpty();
    }

    /** Adds the attributes to an order's first state. */
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

    /**
     * Adds the attributes to a later state; an event that was delivered since the order was read
     * stays delivered.
     */
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

    /** Removes an order from the index. */
    static ItemUpdate leave(ItemUpdate state) {
        return state.remove(Table.DUE.partitionKey()).remove(Table.DUE.sortKey()).remove(WAITING);
    }
}
