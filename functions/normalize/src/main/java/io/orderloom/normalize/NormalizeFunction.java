package io.orderloom.normalize;

import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.InboundMessage;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;

/** The Lambda function behind the inbound queue, which the clock calls as well. */
public class NormalizeFunction {
    private final QueueConsumer consumer;
    private final Normalize normalize;
    private final Sweeps sweeps;

    NormalizeFunction(QueueConsumer consumer, Normalize normalize, Sweeps sweeps) {
        this.consumer = consumer;
        this.normalize = normalize;
        this.sweeps = sweeps;
    }

    @Funq("normalize")
    public QueueAnswer handle(QueueEvent event) {
        if (event.sweep() != null) {
            sweeps.run(event.sweep());
            return QueueAnswer.done();
        }
        return consumer.consume(
                Queue.INBOUND,
                event,
                record -> normalize.handle(Json.read(record.body(), InboundMessage.class)));
    }
}
