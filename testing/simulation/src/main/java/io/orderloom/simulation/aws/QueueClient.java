package io.orderloom.simulation.aws;

import io.orderloom.simulation.aws.SimulatedQueue.Sent;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * The queues as one process reaches them. Calls that the functions don't make are not supported.
 */
public final class QueueClient implements SqsClient {
    /** The most entries of one request (Amazon SQS Developer Guide, "Quotas"). */
    private static final int ENTRIES = 10;

    private static final int BYTES = 1_048_576;

    private static final int LONGEST_VISIBILITY_SECONDS = 43_200;

    /** A message group id or deduplication id. */
    private static final Pattern ID = Pattern.compile("\\p{Graph}{1,128}");

    private final SimulatedQueues queues;
    private final Boundaries boundaries;
    private final Supplier<QueueTrouble> trouble;
    private final Supplier<Duration> delay;
    private final Consumer<Queue> arrived;

    /**
     * @param trouble called once for each request
     * @param delay how long a message on a standard queue takes to become visible
     * @param arrived called with a queue when it may have something new to receive; the call may
     *     come a little before or after the message is visible
     */
    public QueueClient(
            SimulatedQueues queues,
            Boundaries boundaries,
            Supplier<QueueTrouble> trouble,
            Supplier<Duration> delay,
            Consumer<Queue> arrived) {
        this.queues = queues;
        this.boundaries = boundaries;
        this.trouble = trouble;
        this.delay = delay;
        this.arrived = arrived;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        var queue = queues.at(request.queueUrl());
        checkSize(Stream.of(request.messageBody()));
        checkOrder(queue, request.messageGroupId(), request.messageDeduplicationId());
        return crossed(
                Boundary.SEND,
                queue::label,
                _ -> {
                    var id =
                            send(
                                    queue,
                                    new Sent(
                                            request.messageBody(),
                                            Optional.ofNullable(request.messageGroupId()),
                                            Optional.ofNullable(request.messageDeduplicationId()),
                                            texts(request.messageAttributes())));
                    return SendMessageResponse.builder().messageId(id).build();
                });
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        var queue = queues.at(request.queueUrl());
        var entries = request.entries();
        Invalid.forQueueUnless(
                !entries.isEmpty() && entries.size() <= ENTRIES, "a batch has 1 to 10 messages");
        checkSize(entries.stream().map(SendMessageBatchRequestEntry::messageBody));
        var ids = new HashSet<String>();
        entries.forEach(e -> Invalid.forQueueUnless(ids.add(e.id()), "an id in a batch twice"));
        entries.forEach(e -> checkOrder(queue, e.messageGroupId(), e.messageDeduplicationId()));
        return crossed(
                Boundary.SEND, () -> about(queue, request), next -> sent(queue, request, next));
    }

    private SendMessageBatchResponse sent(
            Queue queue, SendMessageBatchRequest request, QueueTrouble next) {
        var successful = new ArrayList<SendMessageBatchResultEntry>();
        var failed = new ArrayList<BatchResultErrorEntry>();
        for (var entry : request.entries()) {
            if (next == QueueTrouble.PARTLY && failed.size() * 2 <= successful.size()) {
                failed.add(refused(entry.id()));
            } else {
                var id =
                        send(
                                queue,
                                new Sent(
                                        entry.messageBody(),
                                        Optional.ofNullable(entry.messageGroupId()),
                                        Optional.ofNullable(entry.messageDeduplicationId()),
                                        texts(entry.messageAttributes())));
                successful.add(
                        SendMessageBatchResultEntry.builder().id(entry.id()).messageId(id).build());
            }
        }
        return SendMessageBatchResponse.builder().successful(successful).failed(failed).build();
    }

    private static void checkSize(Stream<String> bodies) {
        Invalid.forQueueUnless(
                bodies.mapToLong(Values::bytes).sum() <= BYTES, "more than 1 MiB at once");
    }

    private static void checkOrder(Queue queue, @Nullable String group, @Nullable String sameness) {
        Invalid.forQueueUnless(
                (group != null) == queue.fifo() && (sameness != null) == queue.fifo(),
                queue.label()
                        + ": a FIFO queue needs a group id and a deduplication id, others take"
                        + " neither");
        Stream.of(Optional.ofNullable(group), Optional.ofNullable(sameness))
                .flatMap(Optional::stream)
                .forEach(id ->
                        Invalid.forQueueUnless(
                                ID.matcher(id).matches(),
                                "no valid group or deduplication id: " + id));
    }

    private static BatchResultErrorEntry refused(String id) {
        return BatchResultErrorEntry.builder()
                .id(id)
                .code("InternalError")
                .message("simulated")
                .senderFault(false)
                .build();
    }

    private static Map<String, String> texts(Map<String, MessageAttributeValue> attributes) {
        var texts = new HashMap<String, String>();
        attributes.forEach((name, value) -> texts.put(name, value.stringValue()));
        return texts;
    }

    private String send(Queue queue, Sent message) {
        var id = queues.get(queue).send(message, queue.fifo() ? Duration.ZERO : delay.get());
        arrived.accept(queue);
        return id;
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        var queue = queues.at(request.queueUrl());
        Invalid.forQueueUnless(
                !request.entries().isEmpty() && request.entries().size() <= ENTRIES,
                "a batch has 1 to 10 messages");
        return crossed(
                Boundary.POSTPONE,
                () -> "%s %s".formatted(queue.label(), delays(request)),
                next -> hidden(queue, request, next));
    }

    private ChangeMessageVisibilityBatchResponse hidden(
            Queue queue, ChangeMessageVisibilityBatchRequest request, QueueTrouble next) {
        var successful = new ArrayList<ChangeMessageVisibilityBatchResultEntry>();
        var failed = new ArrayList<BatchResultErrorEntry>();
        for (var entry : request.entries()) {
            boolean lost = next == QueueTrouble.PARTLY && failed.isEmpty();
            var time = Duration.ofSeconds(entry.visibilityTimeout());
            if (!lost
                    && entry.visibilityTimeout() <= LONGEST_VISIBILITY_SECONDS
                    && queues.get(request.queueUrl()).hide(entry.receiptHandle(), time)) {
                successful.add(
                        ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build());
            } else {
                failed.add(refused(entry.id()));
            }
        }
        arrived.accept(queue);
        return ChangeMessageVisibilityBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    private static List<String> delays(ChangeMessageVisibilityBatchRequest request) {
        return request.entries().stream()
                .map(entry -> entry.receiptHandle() + " " + entry.visibilityTimeout() + " s")
                .toList();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
            ChangeMessageVisibilityRequest request) {
        var entry =
                ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id("0")
                        .receiptHandle(request.receiptHandle())
                        .visibilityTimeout(request.visibilityTimeout())
                        .build();
        var answer =
                changeMessageVisibilityBatch(
                        ChangeMessageVisibilityBatchRequest.builder()
                                .queueUrl(request.queueUrl())
                                .entries(entry)
                                .build());
        Invalid.forQueueUnless(
                answer.failed().isEmpty(), "no message is in flight under this receipt handle");
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        var label = queues.at(request.queueUrl()).label();
        return crossed(
                Boundary.RECEIVE, () -> label, _ -> new Receipts(queues, boundaries).of(request));
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        var label = queues.at(request.queueUrl()).label();
        return crossed(
                Boundary.ACKNOWLEDGE,
                () -> "%s %s".formatted(label, request.receiptHandle()),
                _ -> {
                    // This is harmless if the message was deleted or belongs to another receiver by
                    // now.
                    queues.get(request.queueUrl()).delete(request.receiptHandle());
                    return DeleteMessageResponse.builder().build();
                });
    }

    private <T> T crossed(
            Boundary boundary,
            Supplier<String> about,
            java.util.function.Function<QueueTrouble, T> effect) {
        var next = trouble.get();
        return boundaries.cross(
                boundary,
                about,
                () ->
                        switch (next) {
                            case NONE, PARTLY -> effect.apply(next);
                            case LOST_BEFORE -> throw lost();
                            case LOST_AFTER -> {
                                var _ = effect.apply(next);
                                throw lost();
                            }
                        });
    }

    private static SdkClientException lost() {
        return SdkClientException.create("simulated: the queue did not answer");
    }

    private static String about(Queue queue, SendMessageBatchRequest request) {
        return queue.label()
                + " "
                + request.entries().stream()
                        .map(SendMessageBatchRequestEntry::messageDeduplicationId)
                        .toList();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
