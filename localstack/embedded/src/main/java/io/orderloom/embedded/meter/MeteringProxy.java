package io.orderloom.embedded.meter;

import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.Forwarder;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;

/** Forwards each request, counts it, and requests the consumed capacity from DynamoDB. */
final class MeteringProxy implements AutoCloseable {
    private static final int SHORTER_THAN_A_MESSAGE = 64;

    private final Forwarder forwarder;
    private final boolean dynamoDb;
    private final Function<String, Tally> tallies;
    private final LoopbackServer server = LoopbackServer.startAnywhere(this::forward);

    MeteringProxy(URI target, boolean dynamoDb, Function<String, Tally> tallies) {
        this.forwarder = new Forwarder(target);
        this.dynamoDb = dynamoDb;
        this.tallies = tallies;
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        forwarder.close();
    }

    private void forward(HttpExchange exchange) throws IOException {
        var action = action(exchange);
        var body = Exchanges.body(exchange);
        var sent = dynamoDb ? Capacity.askFor(action, body) : body;
        try {
            var answer = forwarder.send(exchange, sent);
            tallies.apply(counted(action, answer.body())).add(count(action, body, answer.body()));
            Forwarder.answer(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Count count(String action, byte[] request, byte[] answer) {
        return new Count(
                1,
                request.length,
                answer.length,
                Capacity.written(action, request, answer),
                Capacity.read(action, request, answer));
    }

    /**
     * Counts receives without a message apart, because they are the cost of waiting and belong to
     * no order.
     */
    private static String counted(String action, byte[] answer) {
        return action.equals("ReceiveMessage")
                        && answer.length < SHORTER_THAN_A_MESSAGE
                        && StackJson.parse(answer)
                                .orElse(StackJson.object())
                                .path("Messages")
                                .isEmpty()
                ? Metering.EMPTY_RECEIVE
                : action;
    }

    /**
     * The name of the action, which both services put after the dot: {@code AmazonSQS.SendMessage}.
     */
    private static String action(HttpExchange exchange) {
        var target = Exchanges.header(exchange, "X-Amz-Target").orElse("other");
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
