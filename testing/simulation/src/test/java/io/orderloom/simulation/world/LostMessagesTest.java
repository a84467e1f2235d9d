package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.Side;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LostMessagesTest {
    private static final int ORDERS = Integer.getInteger("orderloom.orders", 2_000);
    private static final Duration PLACED_WITHIN = Duration.ofSeconds(5);

    /** A moment when some orders are booked, some are undone, and most are in progress. */
    private static final Duration PURGED_AFTER = Duration.ofSeconds(12);

    private static final Duration UNTIL_DUE = Duration.ofMinutes(31);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Scheduler scheduler = new Scheduler();
    private final World world =
            new World(
                    scheduler,
                    new SeededRandom(1),
                    new ErpAccount(ErpBehaviour.UPSERT, 8),
                    new SlowSubscribers(),
                    QueueHabits.GOOD,
                    Tampering.NONE,
                    Trace.NONE);
    private final Map<Queue, Integer> purged = new EnumMap<>(Queue.class);
    private final List<Boolean> sweeps = new ArrayList<>();

    @Test
    void two_sweeps_find_every_order_whose_message_was_purged() {
        for (int i = 0; i < ORDERS; i++) {
            var after = PLACED_WITHIN.multipliedBy(i).dividedBy(ORDERS);
            world.shop()
                    .place(i % 5 == 0 ? Kind.CANCELLED : Kind.PLAIN, after, Duration.ofSeconds(4));
        }
        world.shop().expectMore(PURGED_AFTER, this::purgeOnceAllIsRead);

        boolean atRest = world.run(LONGEST);

        assertThat(atRest).isTrue();
        assertThat(purged.get(Queue.ERP)).isGreaterThan(ORDERS / 2);
        assertThat(purged.get(Queue.STATUS)).isPositive();
        assertThat(sweeps).containsExactly(true, true);
        var findings = world.audit();
        assertThat(findings.all()).isEmpty();
        assertThat(findings.parked()).isEmpty();
    }

    /** Subscribers so slow that events queue up for them. */
    private record SlowSubscribers() implements FaultModel {
        @Override
        public Verdict at(Boundary boundary, Side side) {
            boolean telling = boundary == Boundary.TELL && side == Side.BEFORE;
            return new Verdict(Duration.ofMillis(telling ? 200 : 2), false);
        }
    }

    /**
     * Purges the queues once the inbound queue is empty. An unread delivery has no state from which
     * a sweep could find it; only its source can send it again.
     */
    private void purgeOnceAllIsRead() {
        if (!world.queues().get(Queue.INBOUND).isEmpty()) {
            world.shop().expectMore(Duration.ofMillis(10), this::purgeOnceAllIsRead);
            return;
        }
        for (var queue : Queue.values()) {
            purged.put(queue, world.queues().get(queue).size());
            world.queues().get(queue).purge();
        }
        world.shop().expectMore(UNTIL_DUE, () -> sweepThen(this::sweepOnceMore));
    }

    private void sweepOnceMore() {
        world.shop().expectMore(Schedule.WORK.every(), () -> sweepThen(() -> {}));
    }

    private void sweepThen(Runnable then) {
        world.lambda().sweep(Schedule.WORK, sweeps::add);
        then.run();
    }
}
