package io.orderloom.compensation;

import io.orderloom.core.Message;
import io.orderloom.governor.Urgency;
import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.task.TaskExecutors;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the compensation queue. */
public class RefundCompensationFunction {
    private final QueueConsumer consumer;
    private final TaskExecutors executors;
    private final Governor governor;
    private final LastFailures failures;

    RefundCompensationFunction(
            QueueConsumer consumer,
            TaskExecutors executors,
            Governor governor,
            LastFailures failures) {
        this.consumer = consumer;
        this.executors = executors;
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
                        record ->
                                executors.execute(
                                        Json.readMessage(record.body()), record.trail())));
    }

    private static boolean callsErp(QueueRecord record) {
        try {
            return Json.readMessage(record.body()) instanceof Message.ForTask asking
                    && asking.task().target() == TaskKind.Target.ERP;
        } catch (IllegalArgumentException _) {
            // The message needs no call. Handling it reports the error without holding up the
            // others.
            return false;
        }
    }
}
