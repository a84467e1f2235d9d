package io.orderloom.simulation.mutant;

import io.orderloom.simulation.lambda.Outside;
import io.orderloom.simulation.seam.ForwardingQueues;
import io.orderloom.simulation.seam.ForwardingTable;
import io.orderloom.topology.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A mutant that does not send the consequences of a repeated fact again. */
final class WithoutResending extends ForwardingTable {
    /** In the state's item, the attribute with the sort key of the newest log entry. */
    private static final String TAIL_KEY = "f";

    private final Set<String> known = new HashSet<>();

    private WithoutResending(DynamoDbClient table) {
        super(table);
    }

    static Outside in(Outside outside) {
        var table = new WithoutResending(outside.dynamo());
        return new Outside(
                new Queues(outside.sqs(), table.known),
                table,
                outside.channel(),
                outside.refunds(),
                outside.erp(),
                outside.subscribers());
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var answer = super.batchGetItem(request);
        answer.responses().values().forEach(this::note);
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = super.query(request);
        note(answer.items());
        return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        try {
            return super.putItem(request);
        } catch (ConditionalCheckFailedException failed) {
            // The newest log entry is that of the same fact that was to be committed.
            if (Objects.equals(failed.item().get(TAIL_KEY), request.item().get(TAIL_KEY))) {
                known.add(order(request.item()));
            }
            throw failed;
        }
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        try {
            return super.updateItem(request);
        } catch (ConditionalCheckFailedException failed) {
            var entry = request.expressionAttributeValues().get(":" + TAIL_KEY);
            if (entry != null && entry.equals(failed.item().get(TAIL_KEY))) {
                known.add(order(request.key()));
            }
            throw failed;
        }
    }

    private void note(List<Map<String, AttributeValue>> items) {
        for (var item : items) {
            if (text(item, Table.SORT_KEY).startsWith("FACT#")) {
                known.add(order(item));
            }
        }
    }

    private static String order(Map<String, AttributeValue> item) {
        return text(item, Table.PARTITION_KEY).substring("ORDER#".length());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private static final class Queues extends ForwardingQueues {
        private final Set<String> known;

        Queues(SqsClient queues, Set<String> known) {
            super(queues);
            this.known = known;
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            var wanted =
                    request.entries().stream()
                            .filter(entry -> !known.contains(entry.messageGroupId()))
                            .toList();
            request.entries().stream()
                    .map(SendMessageBatchRequestEntry::messageGroupId)
                    .forEach(known::remove);
            return wanted.isEmpty()
                    ? SendMessageBatchResponse.builder().failed(List.of()).build()
                    : super.sendMessageBatch(request.toBuilder().entries(wanted).build());
        }
    }
}
