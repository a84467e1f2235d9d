package io.orderloom.desk;

import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * ElasticMQ and DynamoDB Local with the topology's queues and table, in a process of their own.
 * They are started once and end with this JVM, since they end when their standard input closes.
 */
public final class Emulators {
    private static Optional<Emulators> running = Optional.empty();

    private final CommandTarget place;
    private final DynamoDbClient dynamo;
    private final SqsClient sqs;

    private Emulators(CommandTarget place) {
        this.place = place;
        this.dynamo = place.dynamoDbClient();
        this.sqs = place.sqsClient();
    }

    public static synchronized Emulators shared() {
        if (running.isEmpty()) {
            try {
                var started = start();
                started.provision();
                running = Optional.of(started);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running.get();
    }

    public DynamoDbClient dynamo() {
        return dynamo;
    }

    public SqsClient sqs() {
        return sqs;
    }

    CommandTarget place() {
        return place;
    }

    private static Emulators start() throws IOException {
        var target =
                Path.of(System.getProperty("orderloom.root", "../.."))
                        .resolve("localstack/embedded/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new IllegalStateException(
                    "localstack/embedded is not packaged; run 'make build' or 'mvn verify' in the project's root");
        }
        var process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx256m",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        "%s/classes:%s/lib/*".formatted(target, target),
                                        "io.orderloom.embedded.Emulators",
                                        Files.createTempDirectory(Path.of("target"), "emulators")
                                                .toString(),
                                        "--memory"))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = process.inputReader(StandardCharsets.UTF_8);
        return new Emulators(
                new CommandTarget(
                        address(said), address(said), Optional.empty(), Region.US_EAST_1, ""));
    }

    private static Optional<URI> address(BufferedReader said) throws IOException {
        var line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("the emulators did not start");
        }
        return Optional.of(URI.create(line));
    }

    private void provision() {
        for (var queue : Queue.values()) {
            for (var name : List.of(queue.queueName(), queue.deadLetterName())) {
                sqs.createQueue(r ->
                        r.queueName(name)
                                .attributes(
                                        queue.fifo()
                                                ? Map.of(QueueAttributeName.FIFO_QUEUE, "true")
                                                : Map.of()));
            }
        }
        dynamo.createTable(r ->
                r.tableName(Table.NAME)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                Stream.concat(
                                                Stream.of(Table.PARTITION_KEY, Table.SORT_KEY),
                                                Table.INDEXES.stream()
                                                        .flatMap(i ->
                                                                Stream.of(
                                                                        i.partitionKey(),
                                                                        i.sortKey())))
                                        .map(Emulators::text)
                                        .toList())
                        .keySchema(
                                key(Table.PARTITION_KEY, KeyType.HASH),
                                key(Table.SORT_KEY, KeyType.RANGE))
                        .globalSecondaryIndexes(
                                Table.INDEXES.stream().map(Emulators::index).toList()));
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(
                        key(index.partitionKey(), KeyType.HASH),
                        key(index.sortKey(), KeyType.RANGE))
                .projection(p ->
                        p.projectionType(
                                switch (index.projection()) {
                                    case ALL -> ProjectionType.ALL;
                                    case KEYS -> ProjectionType.KEYS_ONLY;
                                }))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
