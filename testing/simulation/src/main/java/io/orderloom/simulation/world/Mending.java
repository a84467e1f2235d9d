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
 * What is done once everything has come to rest, before anybody looks whether it came out well.
 *
 * @param settling how long it takes until the index shows all, and everything that is due is swept
 * @param leastRounds of mending, even where nothing is left to ask for
 */
record Mending(
        World world,
        Scheduler scheduler,
        SimulatedLambda lambda,
        SimulatedTable table,
        Duration settling,
        int leastRounds) {
    /** What one visit brings about may need another, and that one more. */
    private static final int MOST_ROUNDS = 5;

    /** More than an order has events: of each order one is told after another. */
    private static final int MOST_ROUNDS_OF_TELLING = 20;

    /** More than processes die in any weather. */
    private static final int MOST_SWEEPS = 100;

    /** For so long payloads are kept if nobody says otherwise. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final AttributeValue NONE = AttributeValue.fromN("0");

    /**
     * Somebody goes through what is open until nothing is left that can be mended.
     *
     * @return whether it came to rest
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

    /** One sweep; the next makes good one that fails. */
    void sweep() {
        var done = new AtomicBoolean();
        for (int i = 0; i < MOST_SWEEPS && !done.get(); i++) {
            lambda.sweep(Schedule.WORK, done::set);
            scheduler.run(lambda::isIdle);
        }
    }

    /** So much later the table has dropped whatever expires. */
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
