package io.orderloom.fanout;

import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueConsumer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.quarkus.funqy.Funq;
import java.time.InstantSource;

/** The Lambda function behind the status queue. */
public class StatusFanoutFunction {
    private final QueueConsumer consumer;
    private final Fanout fanout;
    private final LastFailures failures;
    private final InstantSource clock;

    StatusFanoutFunction(
            QueueConsumer consumer, Fanout fanout, LastFailures failures, InstantSource clock) {
        this.clock = clock;
        this.consumer = consumer;
        this.fanout = fanout;
        this.failures = failures;
    }

    @Funq("status-fanout")
    public QueueAnswer handle(QueueEvent event) {
        var left = TimeLeft.of(clock.instant(), Function.STATUS_FANOUT.timeout());
        return consumer.consume(
                Queue.STATUS,
                event,
                failures.noted(
                        Queue.STATUS,
                        record -> fanout.handle(Json.readMessage(record.body()), record, left)));
    }
}
