package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.testfunction.Script;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An HTTP request reaches a function in the form that API Gateway gives it. */
class DoorTest extends OnTestStack {
    private static HttpClient http;

    @BeforeAll
    static void client() {
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void noClient() {
        http.close();
    }

    @Test
    void a_request_reaches_the_function_as_payload_format_two() throws Exception {
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
        var event = StackJson.parse(answer.body()).orElseThrow();
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
    void a_body_that_is_not_text_arrives_in_base64() throws Exception {
        var event = webhook(new byte[] {0, 1, (byte) 0xff}, "application/octet-stream");

        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event.path("body").asText()).isEqualTo("AAH/");
    }

    @Test
    void json_that_is_not_utf_8_keeps_its_bytes_in_base64() throws Exception {
        var event = webhook(new byte[] {'"', (byte) 0xe9, '"'}, "application/json");

        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(event.path("body").asText()).isEqualTo("Iuki");
    }

    @Test
    void a_function_that_throws_answers_internal_server_error() throws Exception {
        script.tell(_ -> Script.THROW);

        var answer = post("/webhooks/demo-shop", "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void a_function_that_dies_answers_internal_server_error_and_is_started_again()
            throws Exception {
        script.tell(call -> script.calls().size() == 1 ? Script.EXIT : Script.OK);

        var first = post("/webhooks/demo-shop", "{}");
        var second = post("/webhooks/demo-shop", "{}");

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(script.calls().get(0).pid()).isNotEqualTo(script.calls().get(1).pid());
    }

    @Test
    void an_unknown_route_is_not_found() throws Exception {
        var answer = post("/elsewhere", "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void a_body_over_ten_mebibytes_is_too_large() throws Exception {
        var answer = post("/webhooks/demo-shop", "x".repeat(10 * 1024 * 1024 + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(script.calls()).isEmpty();
    }

    /** Lambda's limit of six megabytes covers the whole event, and Base64 makes the body longer. */
    @Test
    void a_body_that_lambda_can_not_take_is_too_large() throws Exception {
        var text = post("/webhooks/demo-shop", "x".repeat(6 * 1024 * 1024));
        var binary = answer(new byte[5 * 1024 * 1024], "application/octet-stream");

        assertThat(text.statusCode()).isEqualTo(413);
        assertThat(binary.statusCode()).isEqualTo(413);
        assertThat(script.calls()).isEmpty();
    }

    @Test
    void health_asks_every_function_and_counts_the_queues() throws Exception {
        var answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        var health = StackJson.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(health.orElseThrow().path("status").asText()).isEqualTo("UP");
        assertThat(health.get().path("functions").size()).isEqualTo(4);
        assertThat(health.get().path("queues").path("erp").has("deadLetters")).isTrue();
        assertThat(get("/health/erp-post").statusCode()).isEqualTo(200);
        assertThat(get("/health/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void the_usage_of_ended_processes_is_kept() throws Exception {
        post("/webhooks/demo-shop", "{}");
        var before = stack.functions().usage(Function.INTAKE);

        stack.functions().kill(Function.INTAKE);
        // Killed processes may still get a request each.
        Await.until(SOON, () -> answers("/webhooks/demo-shop") == 202);

        var after = stack.functions().usage(Function.INTAKE);
        assertThat(after.starts()).isGreaterThan(before.starts());
        assertThat(after.cpu()).isGreaterThan(before.cpu());
        assertThat(after.peakBytes()).isPositive();
    }

    private static JsonNode webhook(byte[] body, String type) throws Exception {
        return StackJson.parse(answer(body, type).body()).orElseThrow();
    }

    private static HttpResponse<byte[]> answer(byte[] body, String type) throws Exception {
        return http.send(
                HttpRequest.newBuilder(stack.demoShopWebhooks())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
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
}
