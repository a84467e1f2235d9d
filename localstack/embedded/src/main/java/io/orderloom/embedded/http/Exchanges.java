package io.orderloom.embedded.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads requests and writes answers. */
public final class Exchanges {
    private Exchanges() {}

    /**
     * The body; empty when it is larger than {@code limit} bytes. It is read to its end in either
     * case.
     */
    public static Optional<byte[]> body(HttpExchange exchange, int limit) throws IOException {
        var in = exchange.getRequestBody();
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length <= limit) {
            return Optional.of(bytes);
        }
        // Reads on, because otherwise the client sees a broken connection instead of the answer.
        in.transferTo(OutputStream.nullOutputStream());
        return Optional.empty();
    }

    public static byte[] body(HttpExchange exchange) throws IOException {
        return exchange.getRequestBody().readAllBytes();
    }

    public static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The query's parameters; for a repeated one, the last value. */
    public static Map<String, String> query(HttpExchange exchange) {
        var parameters = new LinkedHashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(decode(name), decode(value));
        }
        return parameters;
    }

    public static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        bytes(exchange, status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
        var bodiless = body.length == 0 || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /**
     * Closes the exchange however the handler ends. After a bug it answers 500, so that the caller
     * does not hang.
     */
    static HttpHandler guarded(HttpHandler handler) {
        return exchange -> {
            try {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                System.getLogger(Exchanges.class.getName())
                        .log(
                                System.Logger.Level.ERROR,
                                "%s %s failed"
                                        .formatted(
                                                exchange.getRequestMethod(),
                                                exchange.getRequestURI().getPath()),
                                e);
                if (exchange.getResponseCode() < 0) {
                    exchange.sendResponseHeaders(500, -1);
                }
            } finally {
                exchange.close();
            }
        };
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
