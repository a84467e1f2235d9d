package io.orderloom.container;

import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Creates the queues and the table of the topology. It leaves those that exist as they are, and so
 * may run again.
 *
 * @param prefix goes before every name, so that several stacks can share an endpoint; empty for
 *     none
 */
public record Provision(SqsClient sqs, DynamoDbClient dynamo, String prefix) {

    /** The URLs of the queues and the name of the table. */
    public record Provisioned(
            Map<Queue, String> urls, Map<Queue, String> deadLetterUrls, String table) {
        public Provisioned {
            urls = Map.copyOf(urls);
            deadLetterUrls = Map.copyOf(deadLetterUrls);
        }
    }

    public Provisioned all() {
        var urls = new EnumMap<Queue, String>(Queue.class);
        var deadLetterUrls = new EnumMap<Queue, String>(Queue.class);
        for (var queue : Queue.values()) {
            var deadLetter = create(queue.deadLetterName(), common(queue));
            deadLetterUrls.put(queue, deadLetter);
            urls.put(queue, create(queue.queueName(), withRedrive(queue, deadLetter)));
        }
        return new Provisioned(urls, deadLetterUrls, table());
    }

    private String create(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName(prefix + name).attributes(attributes)).queueUrl();
    }

    private static Map<QueueAttributeName, String> common(Queue queue) {
        var attributes = new HashMap<QueueAttributeName, String>();
        attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(queue.retention()));
        if (queue.fifo()) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        return attributes;
    }

    private Map<QueueAttributeName, String> withRedrive(Queue queue, String deadLetterUrl) {
        var arn =
                sqs.getQueueAttributes(r ->
                                r.queueUrl(deadLetterUrl)
                                        .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        var attributes = common(queue);
        attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibilityTimeout()));
        attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn, queue.maxReceiveCount()));
        return attributes;
    }

    private String table() {
        var name = prefix + Table.NAME;
        try {
            dynamo.createTable(table(name));
            dynamo.waiter().waitUntilTableExists(r -> r.tableName(name));
            dynamo.updateTimeToLive(r ->
                    r.tableName(name)
                            .timeToLiveSpecification(
                                    t -> t.attributeName(Table.TIME_TO_LIVE).enabled(true)));
        } catch (ResourceInUseException _) {
            // The table exists from an earlier run.
        }
        return name;
    }

    private static CreateTableRequest table(String name) {
        var attributes =
                Stream.concat(
                        Stream.of(Table.PARTITION_KEY, Table.SORT_KEY),
                        Table.INDEXES.stream()
                                .flatMap(i -> Stream.of(i.partitionKey(), i.sortKey())));
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes.distinct().map(Provision::text).toList())
                .keySchema(keys(Table.PARTITION_KEY, Table.SORT_KEY))
                .globalSecondaryIndexes(Table.INDEXES.stream().map(Provision::index).toList())
                .build();
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.partitionKey(), index.sortKey()))
                .projection(p -> p.projectionType(projected(index)))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static ProjectionType projected(Table.Index index) {
        return switch (index.projection()) {
            case ALL -> ProjectionType.ALL;
            case KEYS -> ProjectionType.KEYS_ONLY;
        };
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
                KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
