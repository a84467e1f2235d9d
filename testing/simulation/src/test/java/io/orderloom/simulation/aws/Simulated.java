package io.orderloom.simulation.aws;

import io.orderloom.aws.contract.Aws;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Queues and a table of the simulation without faults. A caller that waits moves the clock. */
final class Simulated implements Aws {
    private final Clock clock = new Clock();
    private final SqsClient sqs =
            new QueueClient(
                    new SimulatedQueues(clock, true),
                    clock,
                    () -> QueueTrouble.NONE,
                    () -> Duration.ZERO,
                    _ -> {});
    private final DynamoDbClient dynamo =
            new TableClient(new SimulatedTable(), clock, () -> TableTrouble.NONE);

    private static final class Clock implements InstantSource, Boundaries {
        private Instant now = Scheduler.START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public <T> T cross(Boundary boundary, Supplier<String> about, Supplier<T> effect) {
            return effect.get();
        }

        @Override
        public void pause(Duration time) {
            now = now.plus(time);
        }
    }

    @Override
    public SqsClient sqs() {
        return sqs;
    }

    @Override
    public DynamoDbClient dynamo() {
        return dynamo;
    }

    @Override
    public String url(Queue queue) {
        return SimulatedQueues.url(queue);
    }

    @Override
    public String deadLetterUrl(Queue queue) {
        return SimulatedQueues.deadLetterUrl(queue);
    }

    @Override
    public String table() {
        return Table.NAME;
    }

    @Override
    public void close() {}
}
