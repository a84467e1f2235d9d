package io.orderloom.posting;

import io.orderloom.governor.Urgency;
import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.task.TaskExecutors;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the ERP queue. */
public class ErpPostFunction {
    private final QueueConsumer consumer;
    private final TaskExecutors executors;
    private final Governor governor;
    private final LastFailures failures;

    ErpPostFunction(
            QueueConsumer consumer,
            TaskExecutors executors,
            Governor governor,
            LastFailures failures) {
        this.consumer = consumer;
        this.executors = executors;
        this.governor = governor;
        this.failures = failures;
    }

    @Funq("erp-post")
    public QueueAnswer handle(QueueEvent event) {
        return consumer.consume(
                Queue.ERP,
                event,
                governor.gate(Queue.ERP, Urgency.NORMAL, _ -> true),
                failures.noted(
                        Queue.ERP,
                        record ->
                                executors.execute(
                                        Json.readMessage(record.body()), record.trail())));
    }
}
