package io.orderloom.embedded.subscriber;

import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts events and keeps none; once told to hang, it accepts every call and never answers. */
public final class HangingSubscriber implements AutoCloseable {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private final LoopbackServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger inVain = new AtomicInteger();
    private volatile boolean hanging;

    /** Listens on any free port. */
    public HangingSubscriber() throws IOException {
        this.server = LoopbackServer.start(0, this::handle);
    }

    /** The address to which events are sent. */
    public URI address() {
        return server.address().resolve("/events");
    }

    /** Leaves all calls from now on without an answer. */
    public void hang() {
        hanging = true;
    }

    /** The number of calls that were never answered. */
    public int inVain() {
        return inVain.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var _ = Exchanges.body(exchange, LARGEST_BODY);
        if (hanging) {
            inVain.incrementAndGet();
            awaitEnd();
        } else {
            Exchanges.bytes(exchange, 204, new byte[0]);
        }
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
