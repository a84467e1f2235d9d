package io.orderloom.compensation;

import io.orderloom.governor.Urgency;
import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the compensation queue. */
public class RefundCompensationFunction {
    private final QueueConsumer consumer;
    private final Compensation compensation;
    private final Governor governor;
    private final LastFailures failures;

    RefundCompensationFunction(
            QueueConsumer consumer,
            Compensation compensation,
            Governor governor,
            LastFailures failures) {
        this.consumer = consumer;
        this.compensation = compensation;
        this.governor = governor;
        this.failures = failures;
    }

    @Funq("refund-compensation")
    public QueueAnswer handle(QueueEvent event) {
        return consumer.consume(
                Queue.COMPENSATION,
                event,
                governor.gate(
                        Queue.COMPENSATION, Urgency.URGENT, RefundCompensationFunction::callsErp),
                failures.noted(
                        Queue.COMPENSATION,
                        record -> compensation.handle(Json.readMessage(record.body()))));
    }

    private static boolean callsErp(QueueRecord record) {
        try {
            return Compensation.callsErp(Json.readMessage(record.body()));
        } catch (IllegalArgumentException _) {
            // It calls nobody; handling it says why, without holding up the others.
            return false;
        }
    }
}
