package io.orderloom.posting;

import io.orderloom.core.Message;
import io.orderloom.governor.Urgency;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the ERP queue. */
public class ErpPostFunction {
    private final QueueConsumer consumer;
    private final ErpPosting posting;
    private final Governor governor;

    ErpPostFunction(QueueConsumer consumer, ErpPosting posting, Governor governor) {
        this.consumer = consumer;
        this.posting = posting;
        this.governor = governor;
    }

    @Funq("erp-post")
    public QueueAnswer handle(QueueEvent event) {
        return consumer.consume(
                Queue.ERP,
                event,
                governor.gate(Queue.ERP, Urgency.NORMAL, _ -> true),
                record -> posting.handle(Json.read(record.body(), Message.class), record.trail()));
    }
}
