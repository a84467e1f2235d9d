package io.orderloom.kit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of which one goes past the SDK and the other does not, and a service that keeps what it
 * was sent.
 */
abstract class BothClients {
    static final ObjectMapper JSON = new ObjectMapper();
    static final AwsCredentials CREDENTIALS =
            AwsSessionCredentials.create("key", "secret", "token");
    static final Map<String, AttributeValue> ITEM =
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

    record Seen(String path, Map<String, String> headers, String body) {
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

    record Answer(int status, String body) {}

    final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private final KeptConnections connections = new KeptConnections();
    HttpServer server;
    SqsClient sqsOfSdk;
    SqsClient sqs;
    DynamoDbClient tableOfSdk;
    DynamoDbClient table;

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

    SqsClient sqsAt(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                .httpClient(new KeptAliveHttpClient(connections))
                .checksumValidationEnabled(false)
                .build();
    }

    DirectCalls calls(String service, String targets, AwsServiceClientConfiguration client) {
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

    URI address() {
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

    <C> void sameFromBoth(C direct, C sdk, Function<C, ?> call) throws IOException {
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
}
