package io.orderloom.normalize;

import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.InboundMessage;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the inbound queue. */
public class NormalizeFunction {
    private final QueueConsumer consumer;
    private final Normalize normalize;

    NormalizeFunction(QueueConsumer consumer, Normalize normalize) {
        this.consumer = consumer;
        this.normalize = normalize;
    }

    @Funq("normalize")
    public QueueAnswer handle(QueueEvent event) {
        return consumer.consume(
                Queue.INBOUND,
                event,
                record -> normalize.handle(Json.read(record.body(), InboundMessage.class)));
    }
}
