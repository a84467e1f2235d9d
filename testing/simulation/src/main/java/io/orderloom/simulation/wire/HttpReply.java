package io.orderloom.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What comes back over HTTP. */
public record HttpReply(int status, Map<String, String> headers, String body) {

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    public static HttpReply json(int status, JsonNode body) {
        return new HttpReply(status, Map.of("content-type", "application/json"), body.toString());
    }

    /** Of whatever stands before the server, and knows nothing of what it did. */
    public static HttpReply page(int status) {
        return new HttpReply(
                status,
                Map.of("content-type", "text/html"),
                "<html><body><h1>%d</h1></body></html>".formatted(status));
    }

    public static HttpReply tooMany(long retryAfterSeconds) {
        return new HttpReply(429, Map.of("retry-after", Long.toString(retryAfterSeconds)), "");
    }

    /** As a server words this fault; a lost answer has no words. */
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

    /** The same, of which only the first half arrives. */
    public HttpReply brokenOff() {
        return new HttpReply(status, headers, body.substring(0, body.length() / 2));
    }

    /** As the generated REST clients hand it to an adapter. */
    public Response response() {
        var response = Response.status(status).entity(body);
        headers.forEach(response::header);
        return response.build();
    }
}
