package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.kit.config.Queues;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.MessageRouting;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages to the queues of their kinds, with as many in a request as it may hold. */
@ApplicationScoped
public class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    /** Entries of one SendMessageBatch at most (Amazon SQS API Reference). */
    private static final int ENTRIES = 10;

    /** Below the 1 MiB that SQS takes in one request. */
    private static final int BYTES = 900_000;

    private final SqsClient sqs;
    private final Queues queues;

    Outbox(SqsClient sqs, Queues queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    /**
     * Sends as many as it can.
     *
     * @return the ids of the messages that were not taken
     */
    Set<String> send(List<Outgoing> messages) {
        var byQueue = new EnumMap<Queue, List<Outgoing>>(Queue.class);
        messages.forEach(m ->
                byQueue.computeIfAbsent(MessageRouting.queue(m.message()), _ -> new ArrayList<>())
                        .add(m));
        var refused = new HashSet<String>();
        byQueue.forEach((queue, all) -> refused.addAll(sendTo(queue, all)));
        return refused;
    }

    /**
     * A message that is sent again.
     *
     * @param asking the same for repetitions of one request, so that only these are dropped as
     *     duplicates
     */
    public record Again(Message message, String asking) {
        private Outgoing outgoing() {
            return new Outgoing(
                    message,
                    new MessageContext(message.correlationId(), Optional.empty(), Optional.empty()),
                    message.id() + "@" + asking);
        }
    }

    /**
     * Sends as many as it can of messages that were not caused by a message from a queue.
     *
     * @return the ids of the messages that were not taken
     */
    public Set<String> send(MessageContext trail, List<Message> messages) {
        return send(messages.stream().map(message -> new Outgoing(message, trail)).toList());
    }

    /**
     * Sends again messages that were sent before and may be lost.
     *
     * @return the ids of the messages that were not taken
     */
    public Set<String> sendAgain(List<Again> messages) {
        return send(messages.stream().map(Again::outgoing).toList());
    }

    private Set<String> sendTo(Queue queue, List<Outgoing> messages) {
        var refused = new HashSet<String>();
        var batch = new ArrayList<Outgoing>();
        var bodies = new ArrayList<String>();
        int bytes = 0;
        for (var message : messages) {
            var body = Json.text(message.message());
            int size = body.getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == ENTRIES || (!batch.isEmpty() && bytes + size > BYTES)) {
                refused.addAll(sendBatch(queue, batch, bodies));
                batch.clear();
                bodies.clear();
                bytes = 0;
            }
            batch.add(message);
            bodies.add(body);
            bytes += size;
        }
        refused.addAll(sendBatch(queue, batch, bodies));
        return refused;
    }

    private Set<String> sendBatch(Queue queue, List<Outgoing> batch, List<String> bodies) {
        var entries =
                IntStream.range(0, batch.size())
                        .mapToObj(i -> entry(i, batch.get(i), bodies.get(i)))
                        .toList();
        try {
            var answer = sqs.sendMessageBatch(r -> r.queueUrl(queues.url(queue)).entries(entries));
            var refused = new HashSet<String>();
            for (BatchResultErrorEntry failure : answer.failed()) {
                var message = batch.get(Integer.parseInt(failure.id()));
                unsent(message, queue, String.valueOf(failure.message()));
                refused.add(message.id());
            }
            return refused;
        } catch (SdkException unreachable) {
            var why = String.valueOf(unreachable.getMessage());
            batch.forEach(message -> unsent(message, queue, why));
            return new HashSet<>(batch.stream().map(Outgoing::id).toList());
        }
    }

    private static void unsent(Outgoing message, Queue queue, String why) {
        try (var _ = LogContext.of(message.trail())) {
            LOG.warnf(
                    "queue %s did not accept message %s: %s", queue.queueName(), message.id(), why);
        }
    }

    private static SendMessageBatchRequestEntry entry(int index, Outgoing outgoing, String body) {
        var message = outgoing.message();
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .messageBody(body)
                .messageAttributes(outgoing.trail().attributes())
                .messageSystemAttributes(outgoing.trail().systemAttributes())
                .messageGroupId(MessageRouting.token(message.group()))
                .messageDeduplicationId(MessageRouting.token(outgoing.once()))
                .build();
    }
}
