package io.orderloom.embedded.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.http.Exchanges;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns a request into the event that API Gateway's HTTP API passes to a function, payload format
 * 2.0. Source: "Create AWS Lambda proxy integrations for HTTP APIs", API Gateway developer guide.
 */
final class GatewayEvent {
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String API = "local";

    private GatewayEvent() {}

    static ObjectNode of(
            HttpExchange exchange, ApiRoute route, Map<String, String> parameters, byte[] body) {
        var uri = exchange.getRequestURI();
        var event =
                StackJson.object()
                        .put("version", "2.0")
                        .put("routeKey", route.key())
                        .put("rawPath", uri.getRawPath())
                        .put("rawQueryString", Optional.ofNullable(uri.getRawQuery()).orElse(""));
        headers(exchange, event);
        query(exchange, event);
        event.set("requestContext", context(exchange, route));
        if (!parameters.isEmpty()) {
            event.set("pathParameters", StackJson.value(parameters));
        }
        body(exchange, event, body);
        return event;
    }

    /** Writes names in lower case, joins several values by commas, and keeps cookies apart. */
    private static void headers(HttpExchange exchange, ObjectNode event) {
        var headers = StackJson.object();
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    var lower = name.toLowerCase(Locale.ROOT);
                    if (lower.equals("cookie")) {
                        var cookies = String.join("; ", values).split("; ");
                        event.set("cookies", StackJson.value(List.of(cookies)));
                    } else {
                        headers.put(lower, String.join(",", values));
                    }
                });
        event.set("headers", headers);
    }

    private static void query(HttpExchange exchange, ObjectNode event) {
        var raw = exchange.getRequestURI().getRawQuery();
        if (raw == null || raw.isEmpty()) {
            return;
        }
        var parameters = StackJson.object();
        for (var pair : raw.split("&")) {
            var parts = pair.split("=", 2);
            var name = decode(parts[0]);
            var value = parts.length < 2 ? "" : decode(parts[1]);
            parameters.put(
                    name,
                    parameters.has(name) ? parameters.get(name).asText() + "," + value : value);
        }
        event.set("queryStringParameters", parameters);
    }

    private static ObjectNode context(HttpExchange exchange, ApiRoute route) {
        var now = Instant.now();
        var context =
                StackJson.object()
                        .put("accountId", LocalAws.ACCOUNT)
                        .put("apiId", API)
                        .put("domainName", Exchanges.header(exchange, "Host").orElse("localhost"))
                        .put("domainPrefix", API)
                        .put("requestId", UUID.randomUUID().toString())
                        .put("routeKey", route.key())
                        .put("stage", "$default")
                        .put("time", COMMON_LOG.format(now))
                        .put("timeEpoch", now.toEpochMilli());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getRawPath())
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put("userAgent", Exchanges.header(exchange, "User-Agent").orElse(""));
        return context;
    }

    private static void body(HttpExchange exchange, ObjectNode event, byte[] body) {
        var text = isText(exchange) ? utf8(body) : Optional.<String>empty();
        if (body.length > 0) {
            event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        }
        event.put("isBase64Encoded", body.length > 0 && text.isEmpty());
    }

    private static boolean isText(HttpExchange exchange) {
        if (Exchanges.header(exchange, "Content-Encoding").isPresent()) {
            return false;
        }
        var type =
                Exchanges.header(exchange, "Content-Type")
                        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .orElse("");
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/javascript")
                || type.equals("application/xml");
    }

    /**
     * The body as text; empty when encoding it again would not give the same bytes, because
     * signatures depend on them.
     */
    private static Optional<String> utf8(byte[] body) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
