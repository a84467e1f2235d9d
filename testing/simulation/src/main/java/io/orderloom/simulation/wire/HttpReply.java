package io.orderloom.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The answer to an HTTP request. */
public record HttpReply(int status, Map<String, String> headers, String body) {

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    public static HttpReply json(int status, JsonNode body) {
        return new HttpReply(status, Map.of("content-type", "application/json"), body.toString());
    }

    /** An error page of a proxy in front of the server, which does not know what the server did. */
    public static HttpReply page(int status) {
        return new HttpReply(
                status,
                Map.of("content-type", "text/html"),
                "<html><body><h1>%d</h1></body></html>".formatted(status));
    }

    public static HttpReply tooMany(long retryAfterSeconds) {
        return new HttpReply(429, Map.of("retry-after", Long.toString(retryAfterSeconds)), "");
    }

    /** The answer in which a server reports this fault; a lost answer has no content. */
    public static HttpReply of(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited(var wait, _) -> tooMany(wait.toSeconds());
            case Fault.Unauthorized _ -> page(401);
            case Fault.Rejected(var reason, _, _) -> page(refusal(reason));
            case Fault.Transient _ -> page(503);
            case Fault.InDoubt _ -> page(504);
            case Fault.Invalid _, Fault.Conflict _, Fault.Bug _ -> page(500);
        };
    }

    private static int refusal(String reason) {
        if (reason.matches("http_\\d{3}")) {
            return Integer.parseInt(reason.substring("http_".length()));
        }
        return reason.equals("gone") ? 410 : 422;
    }

    public HttpReply withoutBody() {
        return new HttpReply(status, headers, "");
    }

    /** This answer cut off after its first half. */
    public HttpReply brokenOff() {
        return new HttpReply(status, headers, body.substring(0, body.length() / 2));
    }

    /** The answer in the form in which the generated REST clients pass it to an adapter. */
    public Response response() {
        var response = Response.status(status).entity(body);
        headers.forEach(response::header);
        return response.build();
    }
}
