package io.orderloom.simulation.world;

import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.lambda.SimulatedLambda;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.topology.Schedule;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Mends what can be mended once everything has come to rest, before the audit.
 *
 * @param settling how long it takes until the index shows everything and a sweep finds all that is
 *     overdue
 * @param leastRounds of mending, even if nothing is left to retry
 */
record Mending(
        World world,
        Scheduler scheduler,
        SimulatedLambda lambda,
        SimulatedTable table,
        Duration settling,
        int leastRounds) {
    /** A retry may cause an exception that needs another retry, and that one a further one. */
    private static final int MOST_ROUNDS = 5;

    /**
     * More than an order has events, since the events of an order are delivered one after another.
     */
    private static final int MOST_ROUNDS_OF_TELLING = 20;

    /** More sweeps than processes die in any fault model. */
    private static final int MOST_SWEEPS = 100;

    /** The default retention of payloads. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final AttributeValue NONE = AttributeValue.fromN("0");

    /**
     * Retries the open exceptions until none is left that a retry can mend.
     *
     * @return whether the world came to rest
     */
    boolean mend(Duration longest) {
        boolean atRest = true;
        int asked = 1;
        for (int round = 0; atRest && isWorthIt(round, asked); round++) {
            settle();
            world.erp().learnItems();
            sweep();
            settle();
            world.visit();
            atRest = world.run(scheduler.sinceStart().plus(longest));
            asked = world.asked();
        }
        settle();
        return atRest;
    }

    private boolean isWorthIt(int round, int asked) {
        return round < leastRounds
                || (asked > 0 && round < MOST_ROUNDS)
                || (isAnythingUntold() && round < MOST_ROUNDS_OF_TELLING);
    }

    private boolean isAnythingUntold() {
        return table.all()
                .anyMatch(item ->
                        item.getOrDefault(Table.SORT_KEY, NONE).s().startsWith("UNTOLD#")
                                && !item.containsKey("told"));
    }

    private void settle() {
        var until = scheduler.sinceStart().plus(settling).plusMillis(1);
        scheduler.after(settling.plusMillis(2), () -> {});
        scheduler.run(() -> scheduler.sinceStart().compareTo(until) > 0);
    }

    /** Sweeps until one sweep succeeds. */
    void sweep() {
        var done = new AtomicBoolean();
        for (int i = 0; i < MOST_SWEEPS && !done.get(); i++) {
            lambda.sweep(Schedule.WORK, done::set);
            scheduler.run(lambda::isIdle);
        }
    }

    /** Deletes the items that expire, as the table does when their time to live is over. */
    void letExpire() {
        var by = scheduler.instant().plus(KEPT).plus(Duration.ofDays(1)).getEpochSecond();
        var dynamo = new TableClient(table, Boundaries.STEADY, () -> TableTrouble.NONE);
        table.all()
                .filter(item -> item.containsKey(Table.TIME_TO_LIVE))
                .filter(item -> Long.parseLong(get(item, Table.TIME_TO_LIVE).n()) < by)
                .map(item ->
                        Map.of(
                                Table.PARTITION_KEY, get(item, Table.PARTITION_KEY),
                                Table.SORT_KEY, get(item, Table.SORT_KEY)))
                .toList()
                .forEach(key -> dynamo.deleteItem(r -> r.tableName(Table.NAME).key(key)));
    }

    private static AttributeValue get(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, NONE);
    }
}
