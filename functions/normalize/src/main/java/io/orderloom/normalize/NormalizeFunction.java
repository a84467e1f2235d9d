package io.orderloom.normalize;

import io.orderloom.kit.deadletter.DeadLetterHandler;
import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/**
 * The Lambda function behind the inbound queue. Schedules and the nightly check of all logs call it
 * as well. It also reads all dead-letter queues, so that every dead letter becomes a named
 * exception.
 */
public class NormalizeFunction {
    private final QueueConsumer consumer;
    private final Normalize normalize;
    private final Sweeps sweeps;
    private final LogWatch logs;
    private final LastFailures failures;
    private final DeadLetterHandler deadLetters;

    NormalizeFunction(
            QueueConsumer consumer,
            Normalize normalize,
            Sweeps sweeps,
            LogWatch logs,
            LastFailures failures,
            DeadLetterHandler deadLetters) {
        this.consumer = consumer;
        this.normalize = normalize;
        this.sweeps = sweeps;
        this.logs = logs;
        this.failures = failures;
        this.deadLetters = deadLetters;
    }

    @Funq("normalize")
    public QueueAnswer handle(QueueEvent event) {
        if (event.sweep() != null) {
            sweeps.run(event.sweep());
            return QueueAnswer.done();
        }
        if (event.logs() != null) {
            return logs.look(event.logs());
        }
        return event.deadLettersOf()
                .map(source -> named(source, event))
                .orElseGet(() -> normalized(event));
    }

    private QueueAnswer named(Queue source, QueueEvent event) {
        return consumer.consume(
                source, event, record -> new Handled.Done(deadLetters.open(source, record)));
    }

    private QueueAnswer normalized(QueueEvent event) {
        return consumer.consume(
                Queue.INBOUND,
                event,
                failures.noted(
                        Queue.INBOUND,
                        record ->
                                normalize.handle(
                                        Json.read(record.body(), InboundMessage.class), record)));
    }
}
