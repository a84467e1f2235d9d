package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.Side;
import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Topology;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Measures the double deliveries of a visibility timeout close to the function's time-out, compared
 * with one six times as long.
 */
class DoubleDeliveriesTest {
    private static final int ORDERS = 200;
    private static final Duration LONGEST = Duration.ofHours(12);

    enum Load {
        /** One order a second. */
        ORDINARY,
        /**
         * All at once, at an ERP that takes four seconds for a call and bears eight calls at once.
         */
        BURST,
        /** All at once, and the ERP is down for an hour. */
        OUTAGE,
        /** One a second, and a process dies at one of two thousand steps. */
        DEATHS
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    void no_message_is_received_twice_at_a_time_and_few_are_received_again(Load load) {
        var near = deliveries(load, Queue::visibilityTimeout);
        var far = deliveries(load, DoubleDeliveriesTest::sixTimes);

        assertThat(near.deliveries()).isGreaterThan(3 * ORDERS);
        assertThat(near.whileAtWork()).isZero();
        assertThat(near.again()).isLessThanOrEqualTo(far.again() + far.deliveries() / 20);
    }

    private static Duration sixTimes(Queue queue) {
        return Topology.eventSource(queue).function().timeout().multipliedBy(6);
    }

    private static Hands deliveries(Load load, Function<Queue, Duration> visibility) {
        var scheduler = new Scheduler();
        var chance = new SeededRandom(7);
        var hands = new Hands();
        var world =
                new World(
                        scheduler,
                        chance,
                        new ErpAccount(ErpBehaviour.UPSERT, 8),
                        new Loaded(scheduler, chance, load),
                        new QueueHabits(true, 0, visibility),
                        Tampering.NONE,
                        hands);
        boolean paced = load == Load.ORDINARY || load == Load.DEATHS;
        for (int i = 0; i < ORDERS; i++) {
            var at = paced ? Duration.ofSeconds(i) : Duration.ZERO;
            world.later(at, () -> world.shop().place(Kind.PLAIN, Duration.ZERO, Duration.ZERO));
        }

        assertThat(world.run(LONGEST)).isTrue();
        assertThat(world.erp().books().all()).hasSize(ORDERS);
        return hands;
    }

    private record Loaded(Scheduler scheduler, SeededRandom chance, Load load)
            implements FaultModel {
        private static final Duration DOWN = Duration.ofHours(1);

        @Override
        public Verdict at(Boundary boundary, Side side) {
            boolean dies = load == Load.DEATHS && chance.below(2_000) == 0;
            return new Verdict(Duration.ofMillis(2), dies);
        }

        @Override
        public Duration latency() {
            return load == Load.BURST ? Duration.ofSeconds(4) : Duration.ofMillis(40);
        }

        @Override
        public ErpFault next(boolean write) {
            return load == Load.OUTAGE && scheduler.sinceStart().compareTo(DOWN) < 0
                    ? ErpFault.DOWN
                    : ErpFault.NONE;
        }
    }
}
