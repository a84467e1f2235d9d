package io.orderloom.kit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

class KeptAliveHttpClientTest {
    private record Seen(int port, String path, String body, String length, String host) {}

    private final KeptAliveHttpClient client = new KeptAliveHttpClient();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private volatile Answer answer = exchange -> answer(exchange, 200, "{}");

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var headers = exchange.getRequestHeaders();
        seen.add(
                new Seen(
                        exchange.getRemoteAddress().getPort(),
                        exchange.getRequestURI().toString(),
                        body,
                        headers.getFirst("Content-Length"),
                        headers.getFirst("Host")));
        answer.to(exchange);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private String call(String path, String body) throws IOException {
        var request =
                HttpExecuteRequest.builder()
                        .request(
                                SdkHttpRequest.builder()
                                        .method(SdkHttpMethod.POST)
                                        .uri(address().resolve(path))
                                        .build())
                        .contentStreamProvider(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                        .build();
        var response = client.prepareRequest(request).call();
        var text =
                response.responseBody().isPresent()
                        ? new String(response.responseBody().get().readAllBytes(), UTF_8)
                        : "";
        return response.httpResponse().statusCode() + " " + text;
    }

    @Test
    void a_request_comes_as_it_was_meant_and_its_answer_as_it_was_given() throws IOException {
        answer = exchange -> answer(exchange, 418, "grüße");

        var answered = call("/a%20b?c=d%26e", "{\"größe\":1}");

        assertThat(answered).isEqualTo("418 grüße");
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().path()).isEqualTo("/a%20b?c=d%26e");
        assertThat(seen.getFirst().body()).isEqualTo("{\"größe\":1}");
        assertThat(seen.getFirst().length()).isEqualTo("13");
        assertThat(seen.getFirst().host()).isEqualTo(address().getAuthority());
    }

    @Test
    void calls_one_after_another_share_a_connection() throws IOException {
        for (int i = 0; i < 20; i++) {
            call("/", "call " + i);
        }

        assertThat(seen).hasSize(20).extracting(Seen::port).containsOnly(seen.getFirst().port());
    }

    @Test
    void answers_without_a_length_and_without_a_body_leave_the_connection_usable()
            throws IOException {
        answer =
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody().write("in pieces".getBytes(UTF_8));
                    }
                };
        assertThat(call("/", "")).isEqualTo("200 in pieces");
        answer = exchange -> answer(exchange, 204, "");
        assertThat(call("/", "")).isEqualTo("204 ");
        answer = exchange -> answer(exchange, 200, "{}");
        assertThat(call("/", "")).isEqualTo("200 {}");

        assertThat(seen).extracting(Seen::port).containsOnly(seen.getFirst().port());
    }

    @Test
    void an_answer_that_ends_the_connection_makes_the_next_call_open_another() throws IOException {
        answer =
                exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    answer(exchange, 200, "last");
                };

        assertThat(call("/", "")).isEqualTo("200 last");
        assertThat(call("/", "")).isEqualTo("200 last");

        assertThat(seen).extracting(Seen::port).doesNotHaveDuplicates();
    }

    @Test
    void a_connection_that_the_other_side_closed_costs_the_sdk_one_attempt_and_no_message()
            throws IOException {
        try (var sqs = sqs()) {
            sqs.sendMessage(r -> r.queueUrl(address() + "/1/q").messageBody("first"));
            int port = server.getAddress().getPort();
            server.stop(0);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", this::take);
            server.start();

            sqs.sendMessage(r -> r.queueUrl(address() + "/1/q").messageBody("second"));
        }

        assertThat(seen).hasSize(2);
        assertThat(seen.getLast().body()).contains("second");
    }

    @Test
    void an_error_of_the_service_reaches_the_caller_by_its_name() {
        answer =
                exchange ->
                        answer(
                                exchange,
                                400,
                                "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"no such queue\"}");

        try (var sqs = sqs()) {
            assertThatThrownBy(() ->
                            sqs.sendMessage(r -> r.queueUrl(address() + "/1/q").messageBody("x")))
                    .isInstanceOf(QueueDoesNotExistException.class)
                    .hasMessageContaining("no such queue");
        }
    }

    private SqsClient sqs() {
        return SqsClient.builder()
                .endpointOverride(address())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("k", "s")))
                .checksumValidationEnabled(false)
                .httpClient(client)
                .build();
    }
}
