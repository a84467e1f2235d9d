package io.orderloom.embedded.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import io.orderloom.topology.Function;
import io.orderloom.topology.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers {@code GetSecretValue} (AWS Secrets Manager API Reference). Here every function has
 * secrets of its own, because each function calls other systems by addresses of its own.
 */
public final class SecretStore implements AutoCloseable {
    private final Instant madeAt = Instant.now();
    private final Map<String, Versions> values = new ConcurrentHashMap<>();
    private final Set<String> handedOut = ConcurrentHashMap.newKeySet();
    private final LoopbackServer server = LoopbackServer.startAnywhere(this::answer);

    /** One value for each version stage of the store; older values are dropped. */
    private record Versions(String current, Optional<String> previous) {
        Optional<String> at(String stage) {
            return switch (stage) {
                case "", "AWSCURRENT" -> Optional.of(current);
                case "AWSPREVIOUS" -> previous;
                default -> Optional.empty();
            };
        }
    }

    /** The name under which a function finds one of its secrets. */
    public static String name(Function function, Secret secret) {
        return function.label() + "-" + secret.secretName();
    }

    /** The names of the existing secrets that were requested. */
    public Set<String> handedOut() {
        return new TreeSet<>(handedOut);
    }

    /** Stores the value; the one before becomes the previous version. */
    public void put(String name, String value) {
        values.compute(
                name,
                (_, before) ->
                        new Versions(value, Optional.ofNullable(before).map(Versions::current)));
    }

    /**
     * Removes the secret settings from a function's variables, and stores those that the function
     * may read.
     *
     * @return the variables that are left, and where the secrets are
     */
    public Map<String, String> keep(Function function, Map<String, String> variables) {
        var left = new HashMap<>(variables);
        for (var secret : Secret.values()) {
            var settings = StackJson.object();
            new TreeMap<>(variables)
                    .forEach((name, value) -> {
                        if (name.startsWith(secret.prefix())) {
                            left.remove(name);
                            settings.put(name, value);
                        }
                    });
            if (function.reads().contains(secret)) {
                put(name(function, secret), settings.toString());
            }
        }
        left.put(Secret.VARIABLE, names(function).collect(Collectors.joining(",")));
        left.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", address().toString());
        return left;
    }

    private static Stream<String> names(Function function) {
        return function.reads().stream().map(secret -> name(function, secret)).sorted();
    }

    /** The store's address. */
    public URI address() {
        return server.address();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = StackJson.parse(Exchanges.body(exchange)).orElseGet(StackJson::object);
        var name = request.path("SecretId").asText();
        var value =
                Optional.ofNullable(values.get(name))
                        .flatMap(versions -> versions.at(request.path("VersionStage").asText()));
        if (value.isEmpty()) {
            send(exchange, 400, StackJson.object().put("__type", "ResourceNotFoundException"));
        } else {
            handedOut.add(name);
            send(
                    exchange,
                    200,
                    StackJson.object()
                            .put("Name", name)
                            .put("SecretString", value.get())
                            .put("CreatedDate", madeAt.getEpochSecond()));
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
        Exchanges.bytes(exchange, status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
