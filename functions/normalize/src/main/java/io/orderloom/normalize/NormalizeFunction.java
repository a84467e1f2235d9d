package io.orderloom.normalize;

import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the inbound queue. */
public class NormalizeFunction {
    private final QueueConsumer consumer;
    private final Normalize normalize;
    private final LastFailures failures;

    NormalizeFunction(QueueConsumer consumer, Normalize normalize, LastFailures failures) {
        this.consumer = consumer;
        this.normalize = normalize;
        this.failures = failures;
    }

    @Funq("normalize")
    public QueueAnswer handle(QueueEvent event) {
        return MovedWork.answer(event).orElseGet(() -> normalized(event));
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
