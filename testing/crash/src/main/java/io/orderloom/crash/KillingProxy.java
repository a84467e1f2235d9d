package io.orderloom.crash;

import com.sun.net.httpserver.HttpExchange;
import io.orderloom.crash.Point.Side;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.Forwarder;
import io.orderloom.embedded.http.LoopbackServer;
import io.orderloom.embedded.http.ProxyHook.Service;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.net.URI;

/**
 * Forwards the requests of one function to one service, unless the function is killed at one of
 * them.
 */
final class KillingProxy implements AutoCloseable {
    private final ProcessKiller reaper;
    private final Function function;
    private final Service service;
    private final Forwarder forwarder;
    private final LoopbackServer server;

    KillingProxy(ProcessKiller reaper, Function function, Service service, URI target) {
        this.reaper = reaper;
        this.function = function;
        this.service = service;
        this.forwarder = new Forwarder(target);
        this.server = LoopbackServer.startAnywhere(this::pass);
    }

    URI address() {
        return server.address();
    }

    private void pass(HttpExchange exchange) throws IOException {
        var body = Exchanges.body(exchange);
        var boundary =
                KillBoundary.of(service, exchange.getRequestMethod(), action(exchange), body);
        if (reaper.kills(function, boundary, Side.BEFORE)) {
            return;
        }
        try {
            var answer = forwarder.send(exchange, body);
            if (!reaper.kills(function, boundary, Side.AFTER)) {
                Forwarder.answer(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The action of a request, which AWS names in a header and other services in the path. */
    private static String action(HttpExchange exchange) {
        return Exchanges.header(exchange, "X-Amz-Target")
                .map(target -> target.substring(target.lastIndexOf('.') + 1))
                .orElseGet(() -> exchange.getRequestURI().getPath());
    }

    @Override
    public void close() {
        server.close();
        forwarder.close();
    }
}
