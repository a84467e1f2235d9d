package io.orderloom.simulation.mutant;

import io.orderloom.simulation.seam.ForwardingQueues;
import io.orderloom.simulation.world.Tampering;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Mutants that lose messages or answer that messages were sent when they were not. */
final class WrongSending {
    private WrongSending() {}

    /** Acknowledges a message although sending the messages that follow from it may have failed. */
    static Tampering acknowledgingFirst() {
        return Seams.queues(queues ->
                new ForwardingQueues(queues) {
                    @Override
                    public SendMessageBatchResponse sendMessageBatch(
                            SendMessageBatchRequest request) {
                        try {
                            var _ = super.sendMessageBatch(request);
                        } catch (SdkException lost) {
                            // The failure is ignored.
                        }
                        return all();
                    }
                });
    }

    /** Answers a webhook with success although no queue has taken it. */
    static Tampering answeringFirst() {
        return Seams.queues(queues ->
                new ForwardingQueues(queues) {
                    @Override
                    public SendMessageResponse sendMessage(SendMessageRequest request) {
                        try {
                            return super.sendMessage(request);
                        } catch (SdkException lost) {
                            return SendMessageResponse.builder().messageId("none").build();
                        }
                    }
                });
    }

    /** Drops the message that would deliver an event later to a subscriber that was not reached. */
    static Tampering forgettingTheUnreached() {
        return without(body -> body.contains("\"tell-one\""));
    }

    static Tampering forgettingRefunds() {
        return without(body -> body.contains("\"REFUND\""));
    }

    /** Drops the mark that an event is about a test order. */
    static Tampering unmarked() {
        return Seams.queues(queues ->
                new ForwardingQueues(queues) {
                    @Override
                    public SendMessageBatchResponse sendMessageBatch(
                            SendMessageBatchRequest request) {
                        return super.sendMessageBatch(
                                request.toBuilder()
                                        .entries(
                                                request.entries().stream()
                                                        .map(WrongSending::unmarked)
                                                        .toList())
                                        .build());
                    }
                });
    }

    private static SendMessageBatchRequestEntry unmarked(SendMessageBatchRequestEntry entry) {
        return entry.toBuilder()
                .messageBody(entry.messageBody().replace(",\"mark\":\"TEST\"", ""))
                .build();
    }

    private static Tampering without(Predicate<String> forgotten) {
        return Seams.queues(queues -> new Forgetful(queues, forgotten));
    }

    private static SendMessageBatchResponse all() {
        return SendMessageBatchResponse.builder().failed(List.of()).build();
    }

    private static final class Forgetful extends ForwardingQueues {
        private final Predicate<String> forgotten;

        Forgetful(SqsClient queues, Predicate<String> forgotten) {
            super(queues);
            this.forgotten = forgotten;
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            List<SendMessageBatchRequestEntry> wanted =
                    request.entries().stream()
                            .filter(entry -> !forgotten.test(entry.messageBody()))
                            .toList();
            return wanted.isEmpty()
                    ? all()
                    : super.sendMessageBatch(request.toBuilder().entries(wanted).build());
        }
    }
}
