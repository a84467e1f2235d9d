package io.orderloom.embedded.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.emulator.EmulatedQueues;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.lambda.InvocationOutcome;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.time.Duration;

/**
 * Answers {@code GET /health} for all functions and queues, {@code GET /health/{function}} for one.
 */
public final class HealthDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LambdaHost functions;
    private final EmulatedQueues queues;

    public HealthDoor(LambdaHost functions, EmulatedQueues queues) {
        this.functions = functions;
        this.queues = queues;
    }

    /**
     * @param rest of the path after {@code /health}: empty, or a slash and a function's name
     */
    void handle(HttpExchange exchange, String rest) throws IOException, InterruptedException {
        if (!exchange.getRequestMethod().equals("GET")) {
            GatewayAnswer.message(exchange, 404, "Not Found");
        } else if (rest.length() < 2) {
            send(exchange, all());
        } else {
            one(exchange, rest.substring(1));
        }
    }

    private void one(HttpExchange exchange, String label) throws IOException, InterruptedException {
        for (var function : functions.functions()) {
            if (function.label().equals(label)) {
                send(exchange, check(function));
                return;
            }
        }
        GatewayAnswer.message(exchange, 404, "Not Found");
    }

    private ObjectNode all() throws InterruptedException {
        var byFunction = StackJson.object();
        var up = true;
        for (var function : functions.functions()) {
            var health = check(function);
            up = up && isUp(health);
            byFunction.set(function.label(), health);
        }
        var all = StackJson.object().put("status", up ? "UP" : "DOWN");
        all.set("functions", byFunction);
        all.set("queues", depths());
        return all;
    }

    private ObjectNode check(Function function) throws InterruptedException {
        var outcome = functions.invoke(function, LambdaHost.HEALTH_CHECK, PATIENCE);
        if (outcome instanceof InvocationOutcome.Answered(var body)
                && StackJson.parse(body).orElse(StackJson.object()) instanceof ObjectNode health
                && health.has("status")) {
            return health;
        }
        return StackJson.object().put("status", "DOWN").put("cause", outcome.summary());
    }

    private JsonNode depths() {
        var byQueue = StackJson.object();
        for (var queue : Queue.values()) {
            var depth = queues.depth(queue);
            var dead = queues.deadLetters(queue);
            byQueue.putObject(queue.label())
                    .put("waiting", depth.waiting())
                    .put("inFlight", depth.inFlight())
                    .put("deadLetters", dead.waiting() + dead.inFlight());
        }
        return byQueue;
    }

    private static void send(HttpExchange exchange, ObjectNode health) throws IOException {
        Exchanges.json(exchange, isUp(health) ? 200 : 503, health);
    }

    private static boolean isUp(ObjectNode health) {
        return health.path("status").asText().equals("UP");
    }
}
