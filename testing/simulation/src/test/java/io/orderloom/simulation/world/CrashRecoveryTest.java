package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.Side;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrashRecoveryTest {
    private static final int ORDERS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    @Test
    void orders_that_a_killed_process_was_handling_are_booked_within_ninety_seconds() {
        int moments = 0;
        while (killedAt(moments)) {
            moments++;
        }

        assertThat(moments).as("moments at which a process was killed").isGreaterThan(100);
    }

    /**
     * @return whether processes reached that many boundaries
     */
    private static boolean killedAt(int moment) {
        var scheduler = new Scheduler();
        var killer = new Killer(scheduler, moment);
        var world =
                new World(
                        scheduler,
                        new SeededRandom(7),
                        new ErpAccount(ErpBehaviour.UPSERT, 8),
                        killer,
                        QueueHabits.GOOD,
                        Tampering.NONE,
                        (who, what) -> killer.note(who, what.get()));
        for (int i = 0; i < ORDERS; i++) {
            world.shop().place(Kind.PLAIN, Duration.ZERO, Duration.ZERO);
        }

        boolean atRest = world.run(Duration.ofHours(1));

        assertThat(atRest).isTrue();
        // After a kill of intake the wait depends on when the shop sends the webhook again.
        killer.killedAt
                .filter(_ -> !killer.victim.startsWith("intake"))
                .ifPresent(at ->
                        assertThat(world.erp().books().all())
                                .as("booked after a kill at moment %d: %s", moment, killer.victim)
                                .hasSize(ORDERS)
                                .extracting(Entry::enteredAt)
                                .allSatisfy(booked ->
                                        assertThat(booked).isBefore(at.plus(LONGEST_WAIT))));
        return killer.killedAt.isPresent();
    }

    /** Kills one process at one moment. The ERP shows new documents as soon as Odoo does. */
    private static final class Killer implements FaultModel {
        private final Scheduler scheduler;
        private int left;
        private Optional<Instant> killedAt = Optional.empty();
        private String victim = "";

        Killer(Scheduler scheduler, int moment) {
            this.scheduler = scheduler;
            this.left = moment;
        }

        @Override
        public Verdict at(Boundary boundary, Side side) {
            boolean dies = left-- == 0;
            if (dies) {
                killedAt = Optional.of(scheduler.instant());
            }
            return new Verdict(Duration.ofMillis(2), dies);
        }

        void note(String who, String what) {
            if (what.contains("DIES HERE")) {
                victim = who + what;
            }
        }

        @Override
        public Duration settlingTime() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration unseenFor() {
            return Duration.ofSeconds(1);
        }
    }
}
