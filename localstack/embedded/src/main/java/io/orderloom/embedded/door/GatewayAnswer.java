package io.orderloom.embedded.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.lambda.InvocationOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Turns a function's answer into an HTTP answer as API Gateway's HTTP API does. */
final class GatewayAnswer {
    private GatewayAnswer() {}

    static void send(HttpExchange exchange, InvocationOutcome outcome) throws IOException {
        switch (outcome) {
            case InvocationOutcome.Answered(var body) -> answered(exchange, body);
            case InvocationOutcome.Failed _,
                    InvocationOutcome.Died _,
                    InvocationOutcome.TimedOut _ ->
                    message(exchange, 500, "Internal Server Error");
            case InvocationOutcome.Throttled() -> message(exchange, 503, "Service Unavailable");
        }
    }

    /** Tells whether the answer will be 202. */
    static boolean accepted(InvocationOutcome outcome) {
        return outcome instanceof InvocationOutcome.Answered(var answer)
                && StackJson.parse(answer)
                        .filter(json -> json.path("statusCode").asInt() == 202)
                        .isPresent();
    }

    static void message(HttpExchange exchange, int status, String message) throws IOException {
        Exchanges.json(exchange, status, StackJson.object().put("message", message));
    }

    private static void answered(HttpExchange exchange, byte[] answer) throws IOException {
        var json = StackJson.parse(answer);
        if (json.isEmpty()) {
            message(exchange, 500, "Internal Server Error");
        } else if (!json.get().has("statusCode")) {
            // Without a status, the whole answer is the body.
            Exchanges.json(exchange, 200, json.get());
        } else {
            proxied(exchange, json.get());
        }
    }

    private static void proxied(HttpExchange exchange, JsonNode answer) throws IOException {
        var status = answer.path("statusCode").asInt();
        var body = body(answer);
        if (status < 200 || status > 599 || body.isEmpty()) {
            message(exchange, 500, "Internal Server Error");
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("content-type", "text/plain;charset=UTF-8");
        answer.path("headers")
                .fields()
                .forEachRemaining(
                        header -> headers.set(header.getKey(), header.getValue().asText()));
        answer.path("cookies").forEach(cookie -> headers.add("set-cookie", cookie.asText()));
        // The server computes the length itself.
        headers.remove("content-length");
        Exchanges.bytes(exchange, status, body.get());
    }

    private static Optional<byte[]> body(JsonNode answer) {
        var body = answer.path("body").isTextual() ? answer.path("body").asText() : "";
        try {
            return Optional.of(
                    answer.path("isBase64Encoded").asBoolean()
                            ? Base64.getDecoder().decode(body)
                            : body.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
