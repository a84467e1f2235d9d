package io.orderloom.outside;

import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The CRM's side: a real HTTP server that keeps the line of each event under its id. */
final class LedgerDouble implements AutoCloseable {
    private final LoopbackServer server;
    private final Map<String, List<String>> lines = new TreeMap<>();

    LedgerDouble() {
        this.server =
                LoopbackServer.startAnywhere(exchange -> {
                    var line =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    put(exchange.getRequestURI().getRawPath(), line);
                    Exchanges.bytes(exchange, 200, new byte[0]);
                });
    }

    URI address() {
        return server.address();
    }

    private synchronized void put(String id, String line) {
        lines.computeIfAbsent(id, _ -> new ArrayList<>()).add(line);
        notifyAll();
    }

    /** Waits until a line has come. */
    synchronized boolean await(String line, Duration patience) throws InterruptedException {
        var until = Instant.now().plus(patience);
        while (lines.values().stream().noneMatch(all -> all.contains(line))) {
            var left = Duration.between(Instant.now(), until).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** The lines that stand under more than one event's id. */
    synchronized List<String> twice() {
        var all = lines.values().stream().map(List::getFirst).toList();
        return all.stream().filter(line -> all.indexOf(line) != all.lastIndexOf(line)).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
