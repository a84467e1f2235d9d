package io.orderloom.embedded.meter;

import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.Json;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Forwards each request as it is, counts it, and asks DynamoDB to state what it cost. */
final class MeteringProxy implements AutoCloseable {
    /** Of this connection and not of the message, or counted anew. */
    private static final Set<String> NOT_FORWARDED =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private static final int SHORTER_THAN_A_MESSAGE = 64;

    private final URI target;
    private final boolean dynamoDb;
    private final Function<String, Tally> tallies;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LoopbackServer server = LoopbackServer.startAnywhere(this::forward);

    MeteringProxy(URI target, boolean dynamoDb, Function<String, Tally> tallies) {
        this.target = target;
        this.dynamoDb = dynamoDb;
        this.tallies = tallies;
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        var action = action(exchange);
        var body = Exchanges.body(exchange);
        var sent = dynamoDb ? Capacity.askFor(action, body) : body;
        try {
            var answer =
                    client.send(request(exchange, sent), HttpResponse.BodyHandlers.ofByteArray());
            tallies.apply(counted(action, answer.body())).add(count(action, body, answer.body()));
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (isForwarded(name)) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            Exchanges.bytes(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var builder =
                HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (isForwarded(name)) {
                        values.forEach(value -> builder.header(name, value));
                    }
                });
        return builder.build();
    }

    private Count count(String action, byte[] request, byte[] answer) {
        return new Count(
                1,
                request.length,
                answer.length,
                Capacity.written(action, request, answer),
                Capacity.read(action, request, answer));
    }

    /** Receives that brought nothing are the price of waiting, and no order's. */
    private static String counted(String action, byte[] answer) {
        return action.equals("ReceiveMessage")
                        && answer.length < SHORTER_THAN_A_MESSAGE
                        && Json.parse(answer).orElse(Json.object()).path("Messages").isEmpty()
                ? Metering.EMPTY_RECEIVE
                : action;
    }

    private static boolean isForwarded(String name) {
        return !NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Both services name the action after the dot: {@code AmazonSQS.SendMessage}. */
    private static String action(HttpExchange exchange) {
        var target = Exchanges.header(exchange, "X-Amz-Target").orElse("other");
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
