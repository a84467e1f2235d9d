package io.orderloom.embedded.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import io.orderloom.embedded.subscriber.SignatureCheck.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Accepts events at {@code POST /events}; refuses events that it can't verify and does not keep
 * them.
 */
public final class PrintingSubscriber implements AutoCloseable {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final SignatureCheck signatures;
    private final Clock clock;
    private final Consumer<ReceivedEvent> listener;
    private final Arrivals arrivals = new Arrivals();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final LoopbackServer server;

    /**
     * @param port 0 for any free one
     * @param secret {@code whsec_…}
     * @param listener gets each event, for example to print it
     */
    public PrintingSubscriber(
            int port, String secret, Clock clock, Consumer<ReceivedEvent> listener)
            throws IOException {
        this.signatures = new SignatureCheck(secret);
        this.clock = clock;
        this.listener = listener;
        this.server = LoopbackServer.start(port, this::handle);
    }

    /** The address to which events are sent. */
    public URI address() {
        return server.address().resolve("/events");
    }

    /** Every verified delivery, including repeats, in order of arrival. */
    public List<ReceivedEvent> events() {
        return arrivals.all();
    }

    /** Waits until all deliveries so far satisfy the predicate; false when they do not in time. */
    public boolean await(Predicate<List<ReceivedEvent>> predicate, Duration patience)
            throws InterruptedException {
        return arrivals.await(predicate, patience);
    }

    /** The next {@code times} deliveries are answered with this status and not kept. */
    public void failNext(int times, int status) {
        for (int i = 0; i < times; i++) {
            failures.add(status);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = Exchanges.body(exchange, LARGEST_BODY);
        if (!exchange.getRequestURI().getPath().equals("/events")
                || !exchange.getRequestMethod().equals("POST")) {
            refuse(exchange, 404, "events are taken at POST /events");
        } else if (body.isEmpty()) {
            refuse(exchange, 413, "the body is too large");
        } else {
            receive(exchange, body.get());
        }
    }

    private void receive(HttpExchange exchange, byte[] body) throws IOException {
        var id = Exchanges.header(exchange, "webhook-id").orElse("");
        var verdict =
                signatures.check(
                        id,
                        Exchanges.header(exchange, "webhook-timestamp").orElse(""),
                        Exchanges.header(exchange, "webhook-signature").orElse(""),
                        body,
                        clock.instant());
        if (verdict != Verdict.VALID) {
            refuse(exchange, 401, verdict.name().toLowerCase(Locale.ROOT));
            return;
        }
        var event = CloudEvents.read(exchange, body);
        if (event.isEmpty()) {
            refuse(exchange, 400, "not a CloudEvent of version 1.0");
            return;
        }
        var failure = Optional.ofNullable(failures.poll());
        if (failure.isPresent()) {
            refuse(exchange, failure.get(), "asked to fail");
            return;
        }
        var received = received(event.get(), id);
        arrivals.add(received);
        listener.accept(received);
        Exchanges.bytes(exchange, 204, new byte[0]);
    }

    private ReceivedEvent received(JsonNode event, String deliveryId) {
        return new ReceivedEvent(
                event.path("id").asText(),
                event.path("type").asText(),
                event.path("source").asText(),
                event.path("subject").asText(),
                event.path("time").asText(),
                event.path("data"),
                deliveryId,
                clock.instant());
    }

    private static void refuse(HttpExchange exchange, int status, String message)
            throws IOException {
        Exchanges.json(exchange, status, StackJson.object().put("message", message));
    }
}
