package io.orderloom.simulation.world;

import io.orderloom.core.PostingProfile;
import io.orderloom.core.RetryRequest;
import io.orderloom.exception.AuditEntry;
import io.orderloom.kit.order.DeadLetterStore;
import io.orderloom.kit.order.Erasure;
import io.orderloom.kit.order.ExceptionDesk;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.ExceptionStore;
import io.orderloom.kit.order.UntoldEvents;
import io.orderloom.money.Ledger;
import io.orderloom.order.OrderId;
import io.orderloom.resend.SingleSends;
import io.orderloom.simulation.aws.QueueClient;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A person who goes through the open exceptions at a machine whose clock is off. The operator
 * retries everything, whether or not its cause is gone.
 */
final class Operator {
    /** How far the clock of the operator's machine may be off. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(4);

    /** Read only when an order is placed, which the operator never does. */
    private static final PostingProfile ANY =
            new PostingProfile(Ledger.SETTLEMENT, PostingProfile.TestOrders.NOT_BOOKED);

    private static final Duration LONGEST_THOUGHT = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final SeededRandom chance;
    private final Duration clockError;
    private final ExceptionDesk desk;
    private final DynamoDbClient dynamo;

    /**
     * @param index the index through which the work list is read
     * @param arrived called with a queue to which the operator sent a message
     */
    Operator(
            Scheduler scheduler,
            SeededRandom chance,
            SimulatedTable table,
            UnaryOperator<DynamoDbClient> index,
            SimulatedQueues queues,
            Consumer<Queue> arrived) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.clockError =
                chance.between(Duration.ZERO, CLOCK_ERROR.multipliedBy(2)).minus(CLOCK_ERROR);
        var network = new Network(scheduler, chance);
        this.dynamo = index.apply(new TableClient(table, network, () -> TableTrouble.NONE));
        var sqs =
                new QueueClient(
                        queues, network, () -> QueueTrouble.NONE, () -> Duration.ZERO, arrived);
        this.desk =
                new ExceptionDesk(
                        new ExceptionStore(dynamo, Table.NAME),
                        new DeadLetterStore(dynamo, Table.NAME),
                        new UntoldEvents(dynamo, Table.NAME),
                        new SingleSends(sqs, SimulatedQueues::url));
    }

    /**
     * Starts to go through the open exceptions.
     *
     * @param over called at the end with the number of retries that may succeed
     */
    void visit(IntConsumer over) {
        scheduler.start(
                "operator",
                () -> {
                    int asked = 0;
                    for (var kept : desk.open()) {
                        scheduler.pause(chance.between(Duration.ZERO, LONGEST_THOUGHT));
                        asked += askAgain(kept) ? 1 : 0;
                    }
                    over.accept(asked);
                });
    }

    /** Starts to erase the data of an order's buyer. */
    void erase(OrderId order, Runnable over) {
        scheduler.start(
                "operator",
                () -> {
                    // A new object each time, as the real command is a process of its own: a lock
                    // shared by two commands would wait in real time for a thread that waits in
                    // simulated time.
                    new Erasure(dynamo, Table.NAME).erase(order, ANY, "erase-" + order, now());
                    over.run();
                });
    }

    /**
     * @return whether the retry may succeed, now that there are no faults
     */
    private boolean askAgain(ExceptionRecord kept) {
        var deed = new AuditEntry(now(), "the operator", "its cause should be gone");
        return switch (kept.value().what().type()) {
            case SUBSCRIBER, DEAD_LETTER -> {
                desk.redrive(kept, deed);
                yield true;
            }
            case PAYLOAD -> {
                desk.redrive(kept, deed);
                yield false;
            }
            // Resolving any other exception requests nothing.
            case ERP, MONEY, QUANTITY, OWNERSHIP, CONFLICT, REFUND, TASK -> {
                boolean again =
                        kept.order().flatMap(o -> RetryRequest.by(kept.value(), o)).isPresent();
                if (again) {
                    desk.resolve(kept, deed);
                }
                yield again;
            }
        };
    }

    private Instant now() {
        return scheduler.instant().plus(clockError);
    }

    /** Delays each request on either side of its effect. */
    private record Network(Scheduler scheduler, SeededRandom chance) implements Boundaries {
        private static final Duration SLOWEST = Duration.ofMillis(300);

        @Override
        public <T> T cross(Boundary boundary, Supplier<String> about, Supplier<T> effect) {
            pause(chance.between(Duration.ZERO, SLOWEST));
            var result = effect.get();
            pause(chance.between(Duration.ZERO, SLOWEST));
            return result;
        }

        @Override
        public void pause(Duration time) {
            scheduler.pause(time);
        }
    }
}
