package io.orderloom.outside;

import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ERP's side: a real HTTP server that keeps the first line under each id. */
final class PaperDouble implements AutoCloseable {
    private final LoopbackServer server = LoopbackServer.startAnywhere(this::handle);
    private final Map<String, String> lines = new TreeMap<>();

    URI address() {
        return server.address();
    }

    /** All lines, one for each order that was booked. */
    synchronized List<String> lines() {
        return List.copyOf(lines.values());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getRawPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var line = line(exchange.getRequestMethod(), id, body);
        Exchanges.bytes(
                exchange, line.isEmpty() ? 404 : 200, line.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized String line(String method, String id, String body) {
        switch (method) {
            case "PUT" -> lines.putIfAbsent(id, body);
            case "DELETE" -> lines.computeIfPresent(id, (_, line) -> line.replace("OPEN", "OFF"));
            default -> {}
        }
        return lines.getOrDefault(id, "");
    }

    @Override
    public void close() {
        server.close();
    }
}
