package io.orderloom.governed;

import io.orderloom.container.EmbeddedEmulators;
import io.orderloom.container.Endpoint;
import io.orderloom.container.Provision;
import io.orderloom.container.Provision.Provisioned;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** One table, one set of queues and one ERP account, and any number of function instances. */
final class Fleet implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    final CountingErp erp = new CountingErp();
    private final Endpoint endpoint = EmbeddedEmulators.shared();
    private final SqsClient sqs = endpoint.sqsClient();
    private final DynamoDbClient dynamo = endpoint.dynamoClient();
    private final Provisioned provisioned;
    private final Map<String, String> settings = new HashMap<>();
    private int instances;

    Fleet(String name, int slots, int reserved) {
        var prefix = "governor-%d-%s-".formatted(ProcessHandle.current().pid(), name);
        provisioned = new Provision(sqs, dynamo, prefix).all();
        provisioned.urls().forEach((queue, url) -> settings.put(queue.urlVariable(), url));
        settings.put("orderloom.table", provisioned.table());
        settings.put("orderloom.function", Function.ERP_POST.name());
        settings.put("orderloom.erp", erp.name());
        settings.put("orderloom.slots." + erp.name(), Integer.toString(slots));
        settings.put("orderloom.reserved-slots." + erp.name(), Integer.toString(reserved));
    }

    FunctionInstance instance(Queue source) {
        var own = new HashMap<>(settings);
        own.put("aws.lambda.log-stream-name", "instance-" + instances++);
        return new FunctionInstance(this, source, config(own));
    }

    List<FunctionInstance> instances(int number, Queue source) {
        return IntStream.range(0, number).mapToObj(_ -> instance(source)).toList();
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
    }

    SqsClient sqs() {
        return sqs;
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    private String url(Queue queue) {
        return Objects.requireNonNull(provisioned.urls().get(queue));
    }

    /** Sends one message for each of so many orders of a channel. */
    void send(Queue queue, String channel, int orders) {
        var entries =
                IntStream.range(0, orders)
                        .mapToObj(order -> entry("%s:%d".formatted(channel, order)))
                        .toList();
        for (int from = 0; from < entries.size(); from += 10) {
            var ten = entries.subList(from, Math.min(entries.size(), from + 10));
            sqs.sendMessageBatch(r -> r.queueUrl(url(queue)).entries(ten));
        }
    }

    private static SendMessageBatchRequestEntry entry(String order) {
        return SendMessageBatchRequestEntry.builder()
                .id(order.replace(':', '-'))
                .messageBody(order)
                .messageGroupId(order)
                .messageDeduplicationId(order)
                .build();
    }

    List<Message> receive(Queue queue) {
        return sqs.receiveMessage(r ->
                        r.queueUrl(url(queue))
                                .maxNumberOfMessages(10)
                                .messageSystemAttributeNamesWithStrings("All")
                                .waitTimeSeconds(1))
                .messages();
    }

    void delete(Queue queue, Message message) {
        sqs.deleteMessage(r -> r.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
    }

    /** The number of writes to the account's item. */
    long writes() {
        return account()
                .map(item -> Long.parseLong(Objects.requireNonNull(item.get("v")).n()))
                .orElse(0L);
    }

    /** The state of the circuit breaker as the table has it. */
    String circuit() {
        return account()
                .map(item -> Objects.requireNonNull(item.get("circuit")).m())
                .map(circuit -> Objects.requireNonNull(circuit.get("state")).s())
                .orElse("unknown");
    }

    private Optional<Map<String, AttributeValue>> account() {
        var item =
                dynamo.getItem(r ->
                        r.tableName(provisioned.table())
                                .consistentRead(true)
                                .key(
                                        Map.of(
                                                Table.PARTITION_KEY,
                                                AttributeValue.fromS("REF#counting#account"),
                                                Table.SORT_KEY,
                                                AttributeValue.fromS("circuit"))));
        return item.hasItem() ? Optional.of(item.item()) : Optional.empty();
    }

    @Override
    public void close() {
        provisioned.urls().values().forEach(url -> sqs.deleteQueue(r -> r.queueUrl(url)));
        provisioned.deadLetterUrls().values().forEach(url -> sqs.deleteQueue(r -> r.queueUrl(url)));
        dynamo.deleteTable(r -> r.tableName(provisioned.table()));
        sqs.close();
        dynamo.close();
    }
}
