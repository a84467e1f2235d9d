package io.orderloom.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.embedded.Await;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.demo.BookedOrders;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A running stack with a shop in front of it, and the helpers with which a test drives and reads
 * them.
 */
final class Journey implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int TAKEN = 202;

    private final EmbeddedStack stack;
    private final Shop shop;
    private final DynamoDbClient dynamoDb;

    private Journey(EmbeddedStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
        this.dynamoDb = LocalAws.dynamoDb(stack.dynamoDbEndpoint());
    }

    /**
     * Options that run the packaged functions and print each that fails. The environment variable
     * {@code ERP} chooses the ERP, as for make.
     */
    static StackOptions.Builder options() {
        var environment = System.getenv();
        return StackOptions.of(Path.of(System.getProperty("orderloom.root", "../..")))
                .erp(ErpChoice.named(environment.getOrDefault("ERP", "sandbox"), environment))
                .progress(System.out::println);
    }

    static Journey start(StackOptions options) throws InterruptedException {
        return new Journey(EmbeddedStack.start(options));
    }

    EmbeddedStack stack() {
        return stack;
    }

    Shop shop() {
        return shop;
    }

    /** The order's documents, read from the ERP itself. */
    List<BookedOrders.Entry> documents(long orderId) {
        var prefix = EmbeddedStack.DEMO_SHOP + ":" + orderId + "/";
        return BookedOrders.of(stack).entries().stream()
                .filter(entry -> entry.externalId().startsWith(prefix))
                .toList();
    }

    List<ReceivedEvent> told(long orderId) {
        return told(Long.toString(orderId)).toList();
    }

    private Stream<ReceivedEvent> told(String id) {
        return stack.subscriber().events().stream().filter(about(id));
    }

    List<String> kindsTold(long orderId) {
        return kindsTold(Long.toString(orderId));
    }

    private List<String> kindsTold(String id) {
        return told(id).map(ReceivedEvent::kind).toList();
    }

    /** Waits until an event of this kind about the order was delivered. */
    ReceivedEvent await(long orderId, String kind) throws InterruptedException {
        return await(Long.toString(orderId), kind);
    }

    /**
     * As {@link #await(long, String)}.
     *
     * @param id of the order, or of the delivery if no order could be read
     */
    ReceivedEvent await(String id, String kind) throws InterruptedException {
        Predicate<ReceivedEvent> wanted = about(id).and(e -> e.kind().equals(kind));
        boolean came =
                stack.subscriber().await(events -> events.stream().anyMatch(wanted), PATIENCE);
        if (!came) {
            throw new AssertionError(
                    "the event '%s' of %s was not delivered within %s; delivered were %s; logs are in %s"
                            .formatted(kind, id, PATIENCE, kindsTold(id), stack.logs()));
        }
        return told(id).filter(wanted).findFirst().orElseThrow();
    }

    /** Waits until so many events of this kind about the order were delivered. */
    void awaitTold(long orderId, String kind, int times) throws InterruptedException {
        Predicate<ReceivedEvent> wanted =
                about(Long.toString(orderId)).and(e -> e.kind().equals(kind));
        boolean came =
                stack.subscriber()
                        .await(events -> events.stream().filter(wanted).count() >= times, PATIENCE);
        if (!came) {
            throw new AssertionError(
                    "the event '%s' was not delivered %d times for order %d; logs are in %s"
                            .formatted(kind, times, orderId, stack.logs()));
        }
    }

    private static Predicate<ReceivedEvent> about(String id) {
        return event -> event.subject().equals(EmbeddedStack.DEMO_SHOP + ":" + id);
    }

    /** The order's items in the table by sort key, except for the payloads as received. */
    Map<String, Map<String, AttributeValue>> items(long orderId) {
        return partition(orderId)
                .filter(item -> !sort(item).startsWith("RAW#"))
                .collect(Collectors.toMap(Journey::sort, item -> item));
    }

    /** The number of deliveries that were kept as they came. */
    long payloads(long orderId) {
        return partition(orderId).filter(item -> sort(item).startsWith("RAW#")).count();
    }

    private Stream<Map<String, AttributeValue>> partition(long orderId) {
        return items("ORDER#%s:%d".formatted(EmbeddedStack.DEMO_SHOP, orderId));
    }

    private Stream<Map<String, AttributeValue>> items(String partition) {
        return dynamoDb
                .queryPaginator(r ->
                        r.tableName(Table.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(Table.PARTITION_KEY + " = :partition")
                                .expressionAttributeValues(
                                        Map.of(":partition", AttributeValue.fromS(partition))))
                .items()
                .stream();
    }

    /** The state of the ERP account's circuit breaker in the table; empty before any call. */
    String circuit() {
        return items("REF#sandbox#account")
                .map(item -> Objects.requireNonNull(item.get("circuit")).m())
                .map(circuit -> Objects.requireNonNull(circuit.get("state")).s())
                .findFirst()
                .orElse("");
    }

    private static String sort(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get(Table.SORT_KEY)).s();
    }

    /** Waits until every queue is empty. */
    void awaitQuiet() throws InterruptedException {
        Await.until(PATIENCE, () -> Stream.of(Queue.values()).allMatch(this::isEmpty));
    }

    private boolean isEmpty(Queue queue) {
        var depth = stack.queues().depth(queue);
        return depth.waiting() == 0 && depth.inFlight() == 0;
    }

    /**
     * Sends a webhook again and again until it is accepted, as a shop does: a cold function on a
     * busy machine may take longer than its time limit.
     */
    void deliver(String topic, byte[] body) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var answer = shop.send(topic, body);
        while (answer.statusCode() >= 500 && Instant.now().isBefore(deadline)) {
            answer = shop.send(topic, body);
        }
        if (answer.statusCode() != TAKEN) {
            throw new AssertionError(
                    "the webhook was answered %d: %s; logs are in %s"
                            .formatted(answer.statusCode(), answer.body(), stack.logs()));
        }
    }

    /** Waits until the health check of every function succeeds. */
    JsonNode awaitHealth() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var health = get("/health");
        while (!isUp(health)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "a function is not up after %s: %s; logs are in %s"
                                .formatted(PATIENCE, health, stack.logs()));
            }
            health = get("/health");
        }
        return health;
    }

    private static boolean isUp(JsonNode health) {
        return health.path("status").asText().equals("UP");
    }

    /** The door's answer to a GET request. */
    JsonNode get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(stack.http().resolve(path)).build();
            return new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        }
    }

    @Override
    public void close() {
        shop.close();
        dynamoDb.close();
        stack.close();
    }
}
