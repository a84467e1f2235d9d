package io.orderloom.kit.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderloom.kit.aws.KeptAliveHttpClient;
import io.orderloom.kit.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Answers {@code GetSecretValue} as the AWS Secrets Manager API Reference has it. */
final class SecretsManagerServer implements AutoCloseable {
    static final Instant CHANGED = Instant.parse("2026-11-01T00:00:00Z");

    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, String> valuesBefore = new ConcurrentHashMap<>();
    private final HttpServer server;

    SecretsManagerServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void put(String name, String value) {
        var before = values.put(name, value);
        if (before != null) {
            valuesBefore.put(name, before);
        }
    }

    void remove(String name) {
        values.remove(name);
    }

    SecretsManager reader() {
        return new SecretsManager(
                SecretsManagerClient.builder()
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test")))
                        .httpClientBuilder(_ -> new KeptAliveHttpClient()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class);
        var name = request.path("SecretId").asText();
        var stage = request.path("VersionStage").asText("AWSCURRENT");
        var versions = stage.equals("AWSPREVIOUS") ? valuesBefore : values;
        boolean known = versions.containsKey(name);
        var body =
                known
                        ? Json.bytes(
                                Map.of(
                                        "Name",
                                        name,
                                        "SecretString",
                                        versions.getOrDefault(name, ""),
                                        "CreatedDate",
                                        CHANGED.getEpochSecond()))
                        : Json.bytes(
                                Map.of(
                                        "__type",
                                        "ResourceNotFoundException",
                                        "Message",
                                        "Secrets Manager can't find the specified secret."));
        exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(known ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
