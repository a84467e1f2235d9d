package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.emulator.QueueLimits;
import io.orderloom.embedded.emulator.Queues;
import io.orderloom.embedded.testfunction.Script;
import io.orderloom.embedded.testfunction.TestArchive;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The packaged test function behind the whole stack. */
class StackTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration VISIBILITY = Duration.ofSeconds(2);
    private static final int MAX_RECEIVES = 3;

    @TempDir static Path directory;
    private static Script script;
    private static EmbeddedStack stack;
    private static SqsClient sqs;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        script = new Script();
        stack =
                EmbeddedStack.start(
                        StackOptions.of(directory)
                                .archives(
                                        TestArchive.of(
                                                directory,
                                                Function.INTAKE,
                                                Function.NORMALIZE,
                                                Function.ERP_POST))
                                .handler(TestArchive.HANDLER)
                                .environment(Map.of("TEST_SCRIPT", script.address().toString()))
                                .queueLimits(
                                        new QueueLimits(
                                                Optional.of(VISIBILITY), Optional.of(MAX_RECEIVES)))
                                .functionTimeout(Duration.ofSeconds(4))
                                .metered(true)
                                .progress(System.out::println)
                                .build());
        sqs = LocalAws.sqs(stack.sqsEndpoint());
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        sqs.close();
        stack.close();
        script.close();
    }

    @BeforeEach
    void obedient() {
        // Another test's dead letters are not this one's calls.
        stack.nameDeadLetters(false);
        script.tell(_ -> Script.OK);
    }

    @Test
    void aRequestReachesTheFunctionAsPayloadFormatTwo() throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(
                                        stack.http().resolve("/webhooks/shop%201?a=1&a=2&b=x%20y"))
                                .header("Content-Type", "application/json; charset=utf-8")
                                .header("X-Shopify-Topic", "orders/create")
                                .header("X-Many", "one")
                                .header("X-Many", "two")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Zoë\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("x-function")).contains("orderloom-intake");
        var event = Json.parse(answer.body()).orElseThrow();
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /webhooks/{channelInstance}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/webhooks/shop%201");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=x%20y");
        assertThat(event.path("queryStringParameters").path("a").asText()).isEqualTo("1,2");
        assertThat(event.path("queryStringParameters").path("b").asText()).isEqualTo("x y");
        assertThat(event.path("pathParameters").path("channelInstance").asText())
                .isEqualTo("shop 1");
        assertThat(event.path("headers").path("x-shopify-topic").asText())
                .isEqualTo("orders/create");
        assertThat(event.path("headers").path("x-many").asText()).isEqualTo("one,two");
        assertThat(event.path("body").asText()).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        var context = event.path("requestContext");
        assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
        assertThat(context.path("http").path("path").asText()).isEqualTo("/webhooks/shop%201");
        assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("requestId").asText()).isNotBlank();
        assertThat(context.path("timeEpoch").asLong()).isPositive();
    }

    @Test
    void aBodyThatIsNotTextComesInBase64() throws Exception {
        var event = webhook(new byte[] {0, 1, (byte) 0xff}, "application/octet-stream");

        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event.path("body").asText()).isEqualTo("AAH/");
    }

    @Test
    void jsonThatIsNotUtf8KeepsItsBytesInBase64() throws Exception {
        var event = webhook(new byte[] {'"', (byte) 0xe9, '"'}, "application/json");

        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event.path("body").asText()).isEqualTo("Iuki");
    }

    @Test
    void aFunctionThatThrowsAnswersInternalServerError() throws Exception {
        script.tell(_ -> Script.THROW);

        var answer = post("/webhooks/demo-shop", "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aFunctionThatDiesAnswersInternalServerErrorAndIsStartedAgain() throws Exception {
        script.tell(call -> script.calls().size() == 1 ? Script.EXIT : Script.OK);

        var first = post("/webhooks/demo-shop", "{}");
        var second = post("/webhooks/demo-shop", "{}");

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(script.calls().get(0).pid()).isNotEqualTo(script.calls().get(1).pid());
    }

    @Test
    void anUnknownRouteIsNotFound() throws Exception {
        var answer = post("/elsewhere", "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aBodyOverTenMebibytesIsTooLarge() throws Exception {
        var answer = post("/webhooks/demo-shop", "x".repeat(10 * 1024 * 1024 + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(script.calls()).isEmpty();
    }

    @Test
    void healthAsksEveryFunctionAndCountsTheQueues() throws Exception {
        var answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        var health = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(health.orElseThrow().path("status").asText()).isEqualTo("UP");
        assertThat(health.get().path("functions").size()).isEqualTo(3);
        assertThat(health.get().path("queues").path("erp").has("deadLetters")).isTrue();
        assertThat(get("/health/erp-post").statusCode()).isEqualTo(200);
        assertThat(get("/health/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void ofABatchOnlyTheFailedMessageComesAgain() throws Exception {
        script.tell(call ->
                call.body().equals("partial-3") && call.receiveCount() == 1
                        ? Script.FAIL
                        : Script.OK);

        send(Queue.INBOUND, IntStream.range(0, 6).mapToObj(i -> "partial-" + i).toList());

        assertThat(script.await(calls -> calls.size() >= 7, SOON)).isTrue();
        var seen = script.calls().stream().collect(Collectors.groupingBy(Script.Call::body));
        assertThat(seen).hasSize(6);
        assertThat(seen.get("partial-3")).hasSize(2);
        assertThat(script.calls().getLast().receiveCount()).isEqualTo(2);
        drained(Queue.INBOUND);
    }

    @Test
    void aMessageLooksAsLambdaShowsIt() throws Exception {
        sqs.sendMessage(r ->
                r.queueUrl(stack.queues().url(Queue.ERP))
                        .messageBody("shape")
                        .messageGroupId("g")
                        .messageDeduplicationId("d-shape")
                        .messageAttributes(
                                Map.of(
                                        "correlation",
                                        MessageAttributeValue.builder()
                                                .dataType("String")
                                                .stringValue("c1")
                                                .build())));

        assertThat(script.await(calls -> calls.size() == 1, SOON)).isTrue();
        var event = script.calls().getFirst().event();
        assertThat(event.path("messageId").asText()).isNotBlank();
        assertThat(event.path("receiptHandle").asText()).isNotBlank();
        assertThat(event.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(event.path("eventSourceARN").asText()).endsWith(":orderloom-erp.fifo");
        assertThat(event.path("awsRegion").asText()).isEqualTo(LocalAws.REGION);
        assertThat(event.path("md5OfBody").asText()).hasSize(32);
        var attributes = event.path("attributes");
        assertThat(attributes.path("ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(attributes.path("SentTimestamp").asText()).isNotBlank();
        assertThat(attributes.path("MessageGroupId").asText()).isEqualTo("g");
        assertThat(attributes.path("MessageDeduplicationId").asText()).isEqualTo("d-shape");
        assertThat(attributes.path("SequenceNumber").asText()).isNotBlank();
        assertThat(event.path("messageAttributes").path("correlation").path("stringValue").asText())
                .isEqualTo("c1");
        drained(Queue.ERP);
    }

    @Test
    void aMessageWhoseFunctionIsKilledIsHandledAgain() throws Exception {
        var held = new CountDownLatch(1);
        script.tell(call -> call.receiveCount() == 1 ? await(held) : Script.OK);

        send(Queue.ERP, List.of("killed"));
        assertThat(script.await(calls -> calls.size() == 1, SOON)).isTrue();
        var victim = script.calls().getFirst().pid();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();

        assertThat(script.await(calls -> calls.size() == 2, SOON)).isTrue();
        held.countDown();
        assertThat(script.calls().getLast().receiveCount()).isEqualTo(2);
        assertThat(script.calls().getLast().pid()).isNotEqualTo(victim);
        drained(Queue.ERP);
    }

    @Test
    void aFunctionThatTakesTooLongIsEndedAndItsMessageComesAgain() throws Exception {
        var held = new CountDownLatch(1);
        script.tell(call -> call.receiveCount() == 1 ? await(held) : Script.OK);

        send(Queue.ERP, List.of("slow"));

        assertThat(script.await(calls -> calls.size() == 2, SOON)).isTrue();
        held.countDown();
        assertThat(script.calls().getLast().pid()).isNotEqualTo(script.calls().getFirst().pid());
        drained(Queue.ERP);
    }

    @Test
    void messagesOfAGroupAreHandledInOrderAndNeverTwoAtATime() throws Exception {
        var working = ConcurrentHashMap.<String>newKeySet();
        var overlaps = ConcurrentHashMap.<String>newKeySet();
        script.tell(call -> {
            if (!working.add(call.group())) {
                overlaps.add(call.group());
            }
            try {
                return failing(call) ? Script.FAIL : Script.OK;
            } finally {
                working.remove(call.group());
            }
        });
        var sent = new ArrayList<SendMessageBatchRequestEntry>();
        for (int i = 0; i < 4; i++) {
            for (int group = 0; group < 2; group++) {
                var body = "group-" + group + " " + i;
                sent.add(entry(body, "group-" + group));
            }
        }

        var taken =
                sqs.sendMessageBatch(r -> r.queueUrl(stack.queues().url(Queue.ERP)).entries(sent));

        assertThat(taken.failed()).isEmpty();
        assertThat(script.await(calls -> handled(calls).size() == 8, SOON)).isTrue();
        assertThat(overlaps).isEmpty();
        assertThat(ofGroup(handled(script.calls()), "group-0"))
                .containsExactly("group-0 0", "group-0 1", "group-0 2", "group-0 3");
        assertThat(ofGroup(handled(script.calls()), "group-1"))
                .containsExactly("group-1 0", "group-1 1", "group-1 2", "group-1 3");
        drained(Queue.ERP);
    }

    @Test
    void aMessageThatAlwaysFailsEndsInTheDeadLetterQueue() throws Exception {
        script.tell(_ -> Script.FAIL);

        send(Queue.INBOUND, List.of("poison"));

        // A long poll that began before is not told of what is moved there.
        Patience.until(SOON, () -> stack.queues().deadLetters(Queue.INBOUND).waiting() == 1);
        var dead = receive(stack.queues().deadLetterUrl(Queue.INBOUND));
        assertThat(dead).singleElement().extracting(Message::body).isEqualTo("poison");
        assertThat(script.calls()).hasSize(MAX_RECEIVES);
        // Or it would come to the function that names it, in the middle of another test.
        dead.forEach(letter ->
                sqs.deleteMessage(r ->
                        r.queueUrl(stack.queues().deadLetterUrl(Queue.INBOUND))
                                .receiptHandle(letter.receiptHandle())));
    }

    @Test
    void aDeadLetterComesToTheFunctionThatNamesItAndSaysWhereItComesFrom() throws Exception {
        stack.nameDeadLetters(true);
        script.tell(call -> call.queue().endsWith("-dlq") ? Script.OK : Script.FAIL);

        send(Queue.INBOUND, List.of("given up"));

        assertThat(
                        script.await(
                                calls ->
                                        calls.stream()
                                                .anyMatch(call ->
                                                        call.queue()
                                                                        .endsWith(
                                                                                "orderloom-inbound-dlq")
                                                                && call.body().equals("given up")),
                                SOON))
                .isTrue();
        Patience.until(SOON, () -> empty(stack.queues().deadLetters(Queue.INBOUND)));
    }

    private static boolean empty(Queues.Depth depth) {
        return depth.waiting() == 0 && depth.inFlight() == 0;
    }

    @Test
    void usageIsKeptOfProcessesThatHaveEnded() throws Exception {
        post("/webhooks/demo-shop", "{}");
        var before = stack.functions().usage(Function.INTAKE);

        stack.functions().kill(Function.INTAKE);
        // Each of the killed processes may still be given a request.
        Patience.until(SOON, () -> answers("/webhooks/demo-shop") == 202);

        var after = stack.functions().usage(Function.INTAKE);
        assertThat(after.starts()).isGreaterThan(before.starts());
        assertThat(after.cpu()).isGreaterThan(before.cpu());
        assertThat(after.peakBytes()).isPositive();
    }

    @Test
    void pollersAreMetered() throws Exception {
        send(Queue.INBOUND, List.of("counted"));
        assertThat(script.await(calls -> calls.size() == 1, SOON)).isTrue();
        drained(Queue.INBOUND);

        var actions = new HashSet<String>();
        stack.metering().snapshot().keySet().forEach(key -> actions.add(key.toString()));

        assertThat(actions)
                .contains(
                        "Key[caller=poller of inbound, service=sqs, action=ReceiveMessage]",
                        "Key[caller=poller of inbound, service=sqs, action=DeleteMessageBatch]");
    }

    private static JsonNode webhook(byte[] body, String type) throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(stack.demoShopWebhooks())
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return Json.parse(answer.body()).orElseThrow();
    }

    private static HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int answers(String path) {
        try {
            return post(path, "{}").statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI uri(String path) {
        return stack.http().resolve(path);
    }

    private static void send(Queue queue, List<String> bodies) {
        var entries =
                bodies.stream().map(body -> entry(body, queue.fifo() ? "group" : "")).toList();
        sqs.sendMessageBatch(r -> r.queueUrl(stack.queues().url(queue)).entries(entries));
    }

    private static SendMessageBatchRequestEntry entry(String body, String group) {
        var entry =
                SendMessageBatchRequestEntry.builder().id(body.replace(' ', '-')).messageBody(body);
        return group.isEmpty()
                ? entry.build()
                : entry.messageGroupId(group)
                        .messageDeduplicationId(body.replace(' ', '-'))
                        .build();
    }

    /** Done with, not only out of sight. */
    private static void drained(Queue queue) throws InterruptedException {
        Patience.until(
                SOON,
                () -> {
                    var depth = stack.queues().depth(queue);
                    return depth.waiting() == 0 && depth.inFlight() == 0;
                });
    }

    private static List<Message> receive(String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds((int) SOON.toSeconds()))
                .messages();
    }

    private static String await(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Script.OK;
    }

    /** What follows a failed message of its group in a batch fails too, as AWS asks for. */
    private static boolean failing(Script.Call call) {
        return call.receiveCount() == 1
                && (call.body().equals("group-1 2") || call.body().equals("group-1 3"));
    }

    private static List<Script.Call> handled(List<Script.Call> calls) {
        return calls.stream().filter(call -> !failing(call)).toList();
    }

    private static List<String> ofGroup(List<Script.Call> calls, String group) {
        return calls.stream()
                .filter(call -> call.group().equals(group))
                .map(Script.Call::body)
                .toList();
    }
}
