package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.OrderException;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.world.World.ErpAccount;
import io.orderloom.simulation.world.World.QueueHabits;
import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PoisonMessageTest {
    private static final String POISON = "this is not a delivery";
    private static final int SEEDS = 40;
    private static final int ORDERS = 9;

    /** Much less than the time after which a batch that failed as a whole would come again. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_poison_message_delays_none_of_the_nine_that_come_with_it() {
        var together = LongStream.range(0, SEEDS).map(PoisonMessageTest::batchWithPoison).max();

        assertThat(together).hasValue(ORDERS + 1);
    }

    /** The number of messages in the batch in which the poison message first came. */
    private static long batchWithPoison(long seed) {
        var scheduler = new Scheduler();
        var batches = new ArrayList<String>();
        var world =
                new World(
                        scheduler,
                        new SeededRandom(seed),
                        new ErpAccount(ErpBehaviour.UPSERT, 4),
                        new FaultModel() {},
                        QueueHabits.GOOD,
                        Tampering.NONE,
                        (_, what) -> batches.add(what.get()));
        for (int i = 0; i < ORDERS; i++) {
            world.shop().place(Kind.PLAIN, Duration.ZERO, Duration.ZERO);
        }
        scheduler.after(Duration.ofMillis(2), () -> world.sendInbound(POISON));

        boolean atRest = world.run(Duration.ofHours(12));

        assertThat(atRest).isTrue();
        assertThat(world.erp().books().all())
                .hasSize(ORDERS)
                .extracting(Entry::enteredAt)
                .allSatisfy(at -> assertThat(at).isBefore(Scheduler.START.plus(SOON)));
        assertThat(world.auditor().exceptionsOf(Queue.INBOUND))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.type()).isEqualTo(OrderException.Type.DEAD_LETTER);
                    assertThat(e.detail()).contains("handed out").contains("failed with");
                });
        assertThat(world.auditor().lettersOf(Queue.INBOUND))
                .singleElement()
                .satisfies(letter -> assertThat(letter).contains("not a delivery"));
        return size(batches.stream().filter(PoisonMessageTest::hasPoison).findFirst().orElse(""));
    }

    /**
     * Returns whether the batch has the poison message, which is the queue's first, since intake
     * takes longer.
     */
    private static boolean hasPoison(String note) {
        return note.contains("> RECEIVE") && note.matches(".*orderloom-inbound/0[],].*");
    }

    private static long size(String note) {
        return note.chars().filter(c -> c == '/').count();
    }
}
