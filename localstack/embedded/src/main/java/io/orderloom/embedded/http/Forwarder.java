package io.orderloom.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** Forwards requests unchanged, and answers with the response. */
public final class Forwarder implements AutoCloseable {
    /** Headers that belong to the connection and not to the message, or that are computed again. */
    private static final Set<String> NOT_FORWARDED =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final URI target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Forwarder(URI target) {
        this.target = target;
    }

    /**
     * @param body the request's body, which was read already
     */
    public HttpResponse<byte[]> send(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        var builder =
                HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (isForwarded(name)) {
                        values.forEach(value -> builder.header(name, value));
                    }
                });
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (isForwarded(name)) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
        Exchanges.bytes(exchange, answer.statusCode(), answer.body());
    }

    private static boolean isForwarded(String name) {
        return !NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
