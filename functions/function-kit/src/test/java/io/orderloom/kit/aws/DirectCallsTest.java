package io.orderloom.kit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Compares the requests that go directly, and their failures, with those of the SDK. */
class DirectCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AwsCredentials CREDENTIALS =
            AwsSessionCredentials.create("key", "secret", "token");
    private static final Map<String, AttributeValue> ITEM =
            Map.of(
                    "text", AttributeValue.fromS("größe \u2028 \"quoted\" \uD83D\uDE00"),
                    "number", AttributeValue.fromN("12345678901234567890.10"),
                    "none", AttributeValue.fromNul(true),
                    "flag", AttributeValue.fromBool(false),
                    "bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 7})),
                    "several", AttributeValue.fromSs(List.of("a", "b")),
                    "nothing", AttributeValue.fromL(List.of()),
                    "nested",
                            AttributeValue.fromM(
                                    Map.of(
                                            "list",
                                            AttributeValue.fromL(
                                                    List.of(
                                                            AttributeValue.fromS(""),
                                                            AttributeValue.fromN("0"))))));

    private record Seen(String path, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String message() {
            try {
                return JSON.readTree(body).path("MessageBody").asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Answer(int status, String body) {}

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private final KeptConnections connections = new KeptConnections();
    private HttpServer server;
    private SqsClient sqsOfSdk;
    private SqsClient sqs;
    private DynamoDbClient tableOfSdk;
    private DynamoDbClient table;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
        sqsOfSdk = sqsAt(address());
        sqs =
                new DirectSqs(
                        sqsOfSdk, calls("sqs", "AmazonSQS", sqsOfSdk.serviceClientConfiguration()));
        tableOfSdk =
                DynamoDbClient.builder()
                        .endpointOverride(address())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                        .httpClient(new KeptAliveHttpClient(connections))
                        .build();
        table =
                new DirectDynamoDb(
                        tableOfSdk,
                        calls(
                                "dynamodb",
                                "DynamoDB_20120810",
                                tableOfSdk.serviceClientConfiguration()));
    }

    private SqsClient sqsAt(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                .httpClient(new KeptAliveHttpClient(connections))
                .checksumValidationEnabled(false)
                .build();
    }

    private DirectCalls calls(
            String service, String targets, AwsServiceClientConfiguration client) {
        return new DirectCalls(
                connections,
                service,
                targets,
                client,
                _ -> {
                    throw new AssertionError("the client has an endpoint");
                },
                service.equals("dynamodb")
                        ? DirectDynamoDb::conditionFailed
                        : DirectCalls.Refusals.NONE,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        connections.close();
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            seen.add(
                    new Seen(
                            exchange.getRequestURI().toString(),
                            headers,
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var answer = answers.isEmpty() ? new Answer(200, "{}") : answers.removeFirst();
            var bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void a_message_goes_as_the_sdk_would_have_sent_it() throws IOException {
        sameFromBoth(
                sqs,
                sqsOfSdk,
                client ->
                        client.sendMessage(r ->
                                r.queueUrl(address() + "/000000000000/inbound")
                                        .messageBody("{\"größe\":1,\"emoji\":\"\uD83D\uDE00\"}")
                                        .delaySeconds(3)
                                        .messageAttributes(Map.of("traceparent", text("00-1-2-01")))
                                        .messageSystemAttributes(
                                                Map.of(
                                                        MessageSystemAttributeNameForSends
                                                                .AWS_TRACE_HEADER,
                                                        MessageSystemAttributeValue.builder()
                                                                .dataType("String")
                                                                .stringValue("Root=1-2-3")
                                                                .build()))));
    }

    @Test
    void a_batch_of_messages_goes_as_the_sdk_would_have_sent_it() throws IOException {
        sameFromBoth(
                sqs,
                sqsOfSdk,
                client ->
                        client.sendMessageBatch(r ->
                                r.queueUrl(address() + "/000000000000/erp.fifo")
                                        .entries(
                                                entry("0").messageGroupId("g").build(),
                                                entry("1").messageDeduplicationId("d").build())));
    }

    @Test
    void an_item_goes_as_the_sdk_would_have_sent_it() throws IOException {
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.putItem(r ->
                                r.tableName("orders")
                                        .item(ITEM)
                                        .conditionExpression("attribute_not_exists(#k)")
                                        .expressionAttributeNames(Map.of("#k", "PK"))));
    }

    @Test
    void an_update_a_query_and_batches_go_as_the_sdk_would_have_sent_them() throws IOException {
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.updateItem(r ->
                                r.tableName("orders")
                                        .key(Map.of("PK", AttributeValue.fromS("ORDER#1")))
                                        .updateExpression("SET a = :a")
                                        .expressionAttributeValues(ITEM)));
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.query(r ->
                                r.tableName("orders")
                                        .keyConditionExpression("PK = :a")
                                        .expressionAttributeValues(ITEM)
                                        .scanIndexForward(false)
                                        .consistentRead(true)
                                        .limit(7)));
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.batchWriteItem(r ->
                                r.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                        .requestItems(
                                                Map.of(
                                                        "orders",
                                                        List.of(
                                                                WriteRequest.builder()
                                                                        .putRequest(
                                                                                p -> p.item(ITEM))
                                                                        .build())))));
        sameFromBoth(
                table,
                tableOfSdk,
                client ->
                        client.batchGetItem(r ->
                                r.requestItems(
                                        Map.of(
                                                "orders",
                                                KeysAndAttributes.builder()
                                                        .keys(List.of(ITEM))
                                                        .consistentRead(true)
                                                        .build()))));
    }

    @Test
    void an_answer_is_read_as_the_sdk_reads_it() throws IOException {
        var item =
                new String(
                        AwsJson.bytes(WriteRequest.builder().putRequest(p -> p.item(ITEM)).build()),
                        UTF_8);
        var plain = JSON.readTree(item).path("PutRequest").path("Item");
        var body =
                "{\"Responses\":{\"orders\":[%s,{}]},\"UnprocessedKeys\":{\"orders\":{\"Keys\":[%s],\"ConsistentRead\":true}},\"ConsumedCapacity\":[{\"TableName\":\"orders\",\"CapacityUnits\":2.5}],\"Newer\":[{\"x\":null}]}"
                        .formatted(plain, plain);
        answers.add(new Answer(200, body));
        answers.add(new Answer(200, body));

        var read = table.batchGetItem(r -> r.requestItems(Map.of()));

        assertThat(read.equalsBySdkFields(tableOfSdk.batchGetItem(r -> r.requestItems(Map.of()))))
                .isTrue();
        assertThat(read.responses().getOrDefault("orders", List.of()).getFirst()).isEqualTo(ITEM);
        assertThat(seen).hasSize(2);
    }

    @Test
    void a_refused_message_of_a_batch_is_read_as_the_sdk_reads_it() {
        var body =
                "{\"Successful\":[{\"Id\":\"0\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"5\",\"SequenceNumber\":\"9\"}],\"Failed\":[{\"Id\":\"1\",\"SenderFault\":true,\"Code\":\"c\",\"Message\":null}]}";
        answers.add(new Answer(200, body));
        answers.add(new Answer(200, body));

        var read = sqs.sendMessageBatch(r -> r.queueUrl("q"));

        assertThat(read.equalsBySdkFields(sqsOfSdk.sendMessageBatch(r -> r.queueUrl("q"))))
                .isTrue();
        assertThat(read.failed().getFirst().senderFault()).isTrue();
    }

    @Test
    void a_condition_that_fails_is_the_exception_that_the_sdk_makes_of_it_after_one_request() {
        var refusal =
                new Answer(
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"no\"}");
        answers.add(refusal);
        answers.add(refusal);

        var ours = refused(table);
        var theirs = refused(tableOfSdk);

        assertThat(seen).hasSize(2);
        assertThat(ours.statusCode()).isEqualTo(theirs.statusCode());
        assertThat(ours.awsErrorDetails().errorCode())
                .isEqualTo(theirs.awsErrorDetails().errorCode());
        assertThat(ours.awsErrorDetails().errorMessage())
                .isEqualTo(theirs.awsErrorDetails().errorMessage());
        assertThat(ours.awsErrorDetails().serviceName())
                .isEqualTo(theirs.awsErrorDetails().serviceName());
        assertThat(ours.hasItem()).isEqualTo(theirs.hasItem());
    }

    private static ConditionalCheckFailedException refused(DynamoDbClient client) {
        return catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> client.putItem(r -> r.tableName("orders").item(ITEM)));
    }

    @Test
    void a_condition_that_fails_names_the_item_that_refused_the_write() {
        var refusal =
                new Answer(
                        400,
                        "{\"__type\":\"x#ConditionalCheckFailedException\",\"message\":\"no\",\"Item\":{\"a\":{\"S\":\"b\"}}}");
        answers.add(refusal);
        answers.add(refusal);

        var ours = refused(table);

        assertThat(ours.item()).isEqualTo(Map.of("a", AttributeValue.fromS("b")));
        assertThat(ours.item()).isEqualTo(refused(tableOfSdk).item());
        assertThat(seen).hasSize(2);
    }

    @Test
    void any_other_refusal_is_left_to_the_sdk() {
        var missing = new Answer(400, "{\"__type\":\"x#ResourceNotFoundException\"}");
        answers.add(missing);
        answers.add(missing);
        assertThatThrownBy(() -> table.putItem(r -> r.tableName("orders").item(ITEM)))
                .isInstanceOf(ResourceNotFoundException.class);

        assertThat(seen).hasSize(2);
    }

    @Test
    void an_unreadable_answer_and_a_busy_service_cost_another_request_and_no_message() {
        answers.add(new Answer(200, "<html>"));
        sqs.sendMessage(r -> r.queueUrl("q").messageBody("first"));
        answers.add(new Answer(503, "{}"));
        sqs.sendMessage(r -> r.queueUrl("q").messageBody("second"));

        assertThat(seen)
                .extracting(Seen::message)
                .containsExactly("first", "first", "second", "second");
    }

    @Test
    void a_service_that_is_not_there_is_the_exception_that_the_sdk_makes_of_it() {
        server.stop(0);

        assertThatThrownBy(() -> sqs.sendMessage(r -> r.queueUrl("q").messageBody("x")))
                .isInstanceOf(SdkClientException.class);
    }

    @Test
    void a_request_with_settings_of_its_own_is_left_to_the_sdk() {
        sqs.sendMessage(r ->
                r.queueUrl("q")
                        .messageBody("x")
                        .overrideConfiguration(o -> o.putHeader("x-of-its-own", "1")));

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().header("x-of-its-own")).isEqualTo("1");
    }

    @Test
    void an_endpoint_below_a_path_is_left_to_the_sdk() {
        try (var below = sqsAt(URI.create(address() + "/emulator"))) {
            var client =
                    new DirectSqs(
                            below, calls("sqs", "AmazonSQS", below.serviceClientConfiguration()));

            client.sendMessage(r -> r.queueUrl("q").messageBody("x"));
        }

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().path()).startsWith("/emulator");
    }

    @Test
    void lambda_is_told_which_invocation_a_request_belongs_to() {
        System.setProperty("com.amazonaws.xray.traceHeader", "Root=1-5f84c7a5-x;Lineage=1:2");
        try {
            sqs.sendMessage(r -> r.queueUrl("q").messageBody("x"));
        } finally {
            System.clearProperty("com.amazonaws.xray.traceHeader");
        }

        assertThat(seen.getFirst().header("x-amzn-trace-id"))
                .isEqualTo("Root=1-5f84c7a5-x;Lineage=1:2");
    }

    private <C> void sameFromBoth(C direct, C sdk, Function<C, ?> call) throws IOException {
        seen.clear();
        var _ = call.apply(direct);
        var _ = call.apply(sdk);

        assertThat(seen).hasSize(2);
        var ours = seen.getFirst();
        var theirs = seen.getLast();
        assertThat(JSON.readTree(ours.body())).isEqualTo(JSON.readTree(theirs.body()));
        assertThat(ours.path()).isEqualTo(theirs.path());
        for (var header : List.of("host", "content-type", "x-amz-target", "x-amz-security-token")) {
            assertThat(ours.header(header)).as(header).isEqualTo(theirs.header(header));
        }
        assertThat(ours.header("authorization"))
                .isEqualTo(
                        SdkSignature.of(
                                ours.headers(),
                                ours.body(),
                                CREDENTIALS,
                                Region.EU_CENTRAL_1.id(),
                                ours.header("x-amz-target").startsWith("AmazonSQS")
                                        ? "sqs"
                                        : "dynamodb"));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    private static SendMessageBatchRequestEntry.Builder entry(String id) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody("body of " + id)
                .messageAttributes(Map.of("traceparent", text("00-1-2-01")));
    }
}
