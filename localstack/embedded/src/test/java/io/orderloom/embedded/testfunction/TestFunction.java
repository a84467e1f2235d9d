package io.orderloom.embedded.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Runs in a process of its own and does with each event what the test's {@link Script} tells it.
 */
public final class TestFunction implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        var event = JSON.readTree(in);
        if (event.has("health")) {
            out.write(JSON.writeValueAsBytes(JSON.createObjectNode().put("status", "UP")));
        } else if (event.has("Records")) {
            out.write(JSON.writeValueAsBytes(batch(event.path("Records"), context)));
        } else {
            out.write(JSON.writeValueAsBytes(request(event, context)));
        }
    }

    private static ObjectNode batch(JsonNode records, Context context) throws IOException {
        var answer = JSON.createObjectNode();
        var failures = answer.putArray("batchItemFailures");
        for (var each : records) {
            if (ask("message", each, context).equals(Script.FAIL)) {
                failures.addObject().put("itemIdentifier", each.path("messageId").asText());
            }
        }
        return answer;
    }

    /** Echoes the event. */
    private static ObjectNode request(JsonNode event, Context context) throws IOException {
        ask("request", event, context);
        var answer =
                JSON.createObjectNode()
                        .put("statusCode", 202)
                        .put("body", JSON.writeValueAsString(event))
                        .put("isBase64Encoded", false);
        answer.putObject("headers").put("x-function", context.getFunctionName());
        return answer;
    }

    private static String ask(String kind, JsonNode event, Context context) throws IOException {
        var question =
                JSON.createObjectNode()
                        .put("kind", kind)
                        .put("function", context.getFunctionName())
                        .put("pid", ProcessHandle.current().pid());
        question.set("event", event);
        var request =
                HttpRequest.newBuilder(URI.create(System.getenv("TEST_SCRIPT")))
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        JSON.writeValueAsBytes(question)))
                        .build();
        try {
            var instruction = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return switch (instruction) {
                case Script.THROW -> throw new IllegalStateException("told to throw");
                case Script.EXIT -> {
                    Runtime.getRuntime().halt(7);
                    yield instruction;
                }
                default -> instruction;
            };
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
