package io.orderloom.connector.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop's API that returns prepared answers, one for each request. */
final class AdminScript implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;

    record Request(String path, String token, JsonNode body) {
        JsonNode variables() {
            return body.path("variables");
        }
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    AdminScript() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.add(
                            new Request(
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"),
                                    JSON.readTree(exchange.getRequestBody())));
                    var answer = answers.remove();
                    var body = answer.body().getBytes(StandardCharsets.UTF_8);
                    answer.headers().forEach(exchange.getResponseHeaders()::set);
                    exchange.getResponseHeaders().set("content-type", "application/json");
                    exchange.sendResponseHeaders(answer.status(), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    AdminScript answer(String body) {
        return answer(200, body);
    }

    AdminScript answer(int status, String body) {
        answers.add(new Answer(status, Map.of(), body));
        return this;
    }

    AdminScript answer(int status, String header, String value) {
        answers.add(new Answer(status, Map.of(header, value), "{}"));
        return this;
    }

    /** The demo shop's settings, with this API. */
    SourceInstance settings() {
        return settings("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static SourceInstance settings(String url) {
        return SourceInstance.of(
                "demo-shop",
                "shopify",
                SystemRole.COMMERCE,
                List.of("secret"),
                ZoneId.of("UTC"),
                Optional.of(new SourceInstance.Api(url, "shpat_token")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
