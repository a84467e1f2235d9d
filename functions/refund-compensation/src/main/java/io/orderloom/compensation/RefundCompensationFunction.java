package io.orderloom.compensation;

import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the compensation queue. */
public class RefundCompensationFunction {
    private final QueueConsumer consumer;
    private final Compensation compensation;

    RefundCompensationFunction(QueueConsumer consumer, Compensation compensation) {
        this.consumer = consumer;
        this.compensation = compensation;
    }

    @Funq("refund-compensation")
    public QueueAnswer handle(QueueEvent event) {
        return consumer.consume(
                Queue.COMPENSATION,
                event,
                record -> compensation.handle(Json.readMessage(record.body())));
    }
}
