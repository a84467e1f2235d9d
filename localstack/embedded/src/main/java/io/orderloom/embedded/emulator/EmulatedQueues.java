package io.orderloom.embedded.emulator;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import io.orderloom.topology.Queue;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The topology's queues with their dead-letter queues, made once and then left as they are. */
public final class EmulatedQueues {
    private final SqsClient sqs;
    private final Map<Queue, String> urls = new EnumMap<>(Queue.class);
    private final Map<Queue, String> deadLetterUrls = new EnumMap<>(Queue.class);

    public EmulatedQueues(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** Messages that wait, and messages that a consumer is handling. */
    public record Depth(int waiting, int inFlight) {}

    /** Makes the queues that are missing; the messages of a queue that exists stay. */
    public void create(RedeliveryLimits limits) {
        var existing = existing();
        for (var queue : Queue.values()) {
            deadLetterUrls.put(
                    queue, ensure(existing, queue.deadLetterName(), deadLetter(queue, limits)));
            urls.put(queue, ensure(existing, queue.queueName(), source(queue, limits)));
        }
    }

    public String url(Queue queue) {
        return known(urls, queue);
    }

    public Depth depth(Queue queue) {
        return depth(url(queue));
    }

    public Depth deadLetters(Queue queue) {
        return depth(known(deadLetterUrls, queue));
    }

    public String deadLetterUrl(Queue queue) {
        return known(deadLetterUrls, queue);
    }

    private String ensure(
            Set<String> existing, String name, Map<QueueAttributeName, String> attributes) {
        if (!existing.contains(name)) {
            return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
        }
        var url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
        var changeable = new HashMap<>(attributes);
        changeable.remove(QueueAttributeName.FIFO_QUEUE);
        sqs.setQueueAttributes(r -> r.queueUrl(url).attributes(changeable));
        return url;
    }

    private Set<String> existing() {
        var names = new HashSet<String>();
        for (var url : sqs.listQueues().queueUrls()) {
            var path = URI.create(url).getPath();
            names.add(path.substring(path.lastIndexOf('/') + 1));
        }
        return names;
    }

    private Depth depth(String url) {
        var attributes =
                sqs.getQueueAttributes(r ->
                                r.queueUrl(url)
                                        .attributeNames(
                                                APPROXIMATE_NUMBER_OF_MESSAGES,
                                                APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        return new Depth(
                number(attributes, APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static Map<QueueAttributeName, String> source(Queue queue, RedeliveryLimits limits) {
        var attributes = common(queue, limits.visibility(queue));
        attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(
                                Arns.queue(queue.deadLetterName()), limits.maxReceiveCount(queue)));
        return attributes;
    }

    private static Map<QueueAttributeName, String> deadLetter(
            Queue queue, RedeliveryLimits limits) {
        return common(queue, limits.visibility().orElse(queue.deadLetterVisibilityTimeout()));
    }

    private static Map<QueueAttributeName, String> common(Queue queue, Duration visibility) {
        var attributes = new HashMap<QueueAttributeName, String>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()));
        attributes.put(
                QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                Long.toString(queue.retention().toSeconds()));
        if (queue.fifo()) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        return attributes;
    }

    private static int number(Map<QueueAttributeName, String> from, QueueAttributeName name) {
        return Integer.parseInt(from.getOrDefault(name, "0"));
    }

    private static String known(Map<Queue, String> urls, Queue queue) {
        var url = urls.get(queue);
        if (url == null) {
            throw new IllegalStateException("the queues are not created yet; call create first");
        }
        return url;
    }
}
