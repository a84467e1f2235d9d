package io.orderloom.embedded.door;

import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import io.orderloom.embedded.lambda.LambdaHost;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Stands in for API Gateway, with the routes of the topology; it also serves {@code /health}. */
public final class HttpApi implements AutoCloseable {
    /** The payload limit of API Gateway. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    /** The payload limit of a synchronous invocation of Lambda; the encoded body counts. */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private final LambdaHost functions;
    private final List<ApiRoute> routes;
    private final HealthDoor health;
    private final TakenWebhooks taken;
    private final LoopbackServer server;

    /**
     * @param port 0 for any free one
     * @param taken is called for each webhook that a function accepted
     */
    public HttpApi(int port, LambdaHost functions, HealthDoor health, TakenWebhooks taken)
            throws IOException {
        this.functions = functions;
        this.health = health;
        this.taken = taken;
        this.routes =
                functions.functions().stream()
                        .flatMap(f -> f.route().map(key -> new ApiRoute(key, f)).stream())
                        .toList();
        this.server = LoopbackServer.start(port, this::handle);
    }

    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            var path = exchange.getRequestURI().getRawPath();
            if (path.equals("/health") || path.startsWith("/health/")) {
                health.handle(exchange, path.substring("/health".length()));
                return;
            }
            for (var route : routes) {
                var parameters = route.match(exchange.getRequestMethod(), path);
                if (parameters.isPresent()) {
                    invoke(exchange, route, parameters.get());
                    return;
                }
            }
            Exchanges.body(exchange, LARGEST_BODY);
            GatewayAnswer.message(exchange, 404, "Not Found");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void invoke(
            HttpExchange exchange, ApiRoute route, java.util.Map<String, String> parameters)
            throws IOException, InterruptedException {
        Optional<byte[]> body = Exchanges.body(exchange, LARGEST_BODY);
        if (body.isEmpty()) {
            GatewayAnswer.message(exchange, 413, "Request Entity Too Large");
            return;
        }
        var event = StackJson.bytes(GatewayEvent.of(exchange, route, parameters, body.get()));
        if (event.length > LARGEST_EVENT) {
            GatewayAnswer.message(exchange, 413, "Request Entity Too Large");
            return;
        }
        var outcome = functions.invoke(route.function(), event, route.function().timeout());
        // The listener is called before the answer is sent, so that it knows the webhook by the
        // time that the caller has the answer.
        if (GatewayAnswer.accepted(outcome)) {
            taken.taken(parameters.getOrDefault("channelInstance", ""), body.get());
        }
        GatewayAnswer.send(exchange, outcome);
    }
}
