package io.orderloom.compensation;

import io.orderloom.core.Message;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.LastFailures;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the compensation queue. */
public class RefundCompensationFunction {
    private final QueueConsumer consumer;
    private final Compensation compensation;
    private final LastFailures failures;

    RefundCompensationFunction(
            QueueConsumer consumer, Compensation compensation, LastFailures failures) {
        this.consumer = consumer;
        this.compensation = compensation;
        this.failures = failures;
    }

    @Funq("refund-compensation")
    public QueueAnswer handle(QueueEvent event) {
        return consumer.consume(
                Queue.COMPENSATION,
                event,
                failures.noted(
                        Queue.COMPENSATION,
                        record -> compensation.handle(Json.read(record.body(), Message.class))));
    }
}
