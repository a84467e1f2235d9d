package io.orderloom.simulation.seam;

import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Simulates the next version of the functions: it writes the schema number after today's, and reads
 * both that one and today's.
 */
public final class NextVersion {
    private static final String OURS = "\"schema\":" + Message.SCHEMA;
    private static final String ITS_OWN = "\"schema\":" + (Message.SCHEMA + 1);
    private static final String MESSAGE = "{\"message\":";

    private NextVersion() {}

    /** Queues to which it sends messages of its own schema. */
    public static SqsClient over(SqsClient queues) {
        return new Queues(queues);
    }

    /** A table in which it writes states of its own schema. */
    public static DynamoDbClient over(DynamoDbClient table) {
        return new StateSchema(table, OrderState.SCHEMA + 1);
    }

    /** Messages as the next version reads them. */
    public static QueueEvent read(QueueEvent event) {
        return new QueueEvent(
                event.records().stream().map(NextVersion::read).toList(),
                event.health(),
                event.sweep());
    }

    /** Returns whether the next version wrote this message. */
    public static boolean wrote(String body) {
        return isOf(body, ITS_OWN);
    }

    private static QueueRecord read(QueueRecord record) {
        return new QueueRecord(
                record.messageId(),
                record.receiptHandle(),
                changed(record.body(), ITS_OWN, OURS),
                record.attributes(),
                record.messageAttributes(),
                record.eventSource());
    }

    private static boolean isOf(String body, String schema) {
        return body.startsWith(MESSAGE) && body.contains(schema);
    }

    /** Replaces the schema number, which is the last field of a message. */
    private static String changed(String body, String from, String to) {
        if (!isOf(body, from)) {
            return body;
        }
        int at = body.lastIndexOf(from);
        return body.substring(0, at) + to + body.substring(at + from.length());
    }

    private static final class Queues extends ForwardingQueues {
        Queues(SqsClient queues) {
            super(queues);
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            var raised =
                    request.entries().stream()
                            .map(entry ->
                                    entry.toBuilder()
                                            .messageBody(
                                                    changed(entry.messageBody(), OURS, ITS_OWN))
                                            .build())
                            .toList();
            return super.sendMessageBatch(request.toBuilder().entries(raised).build());
        }
    }
}
