package io.orderloom.maintenance;

import io.orderloom.kit.health.Health;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.maintenance.deadletter.DeadLetterHandler;
import io.orderloom.maintenance.log.LogWatch;
import io.orderloom.maintenance.sweep.Sweeps;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/**
 * The Lambda function that schedules and the nightly check of all logs call. It also reads all
 * dead-letter queues, so that every dead letter becomes a named exception.
 */
public class MaintenanceFunction {
    private final QueueConsumer consumer;
    private final Sweeps sweeps;
    private final LogWatch logs;
    private final DeadLetterHandler deadLetters;
    private final Health health;

    MaintenanceFunction(
            QueueConsumer consumer,
            Sweeps sweeps,
            LogWatch logs,
            DeadLetterHandler deadLetters,
            Health health) {
        this.consumer = consumer;
        this.sweeps = sweeps;
        this.logs = logs;
        this.deadLetters = deadLetters;
        this.health = health;
    }

    /**
     * @throws IllegalArgumentException if the event is of no kind that this function handles
     */
    @Funq("maintenance")
    public QueueAnswer handle(QueueEvent event) {
        if (event.health() != null) {
            return QueueAnswer.of(health.report());
        }
        if (event.sweep() != null) {
            sweeps.run(event.sweep());
            return QueueAnswer.done();
        }
        if (event.logs() != null) {
            return logs.look(event.logs());
        }
        var source =
                event.deadLettersOf()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "maintenance got an event that is no sweep, no page of logs and no dead letters; feed it from dead-letter queues and schedules alone"));
        return named(source, event);
    }

    private QueueAnswer named(Queue source, QueueEvent event) {
        return consumer.drain(
                source, event, record -> new Handled.Done(deadLetters.open(source, record)));
    }
}
