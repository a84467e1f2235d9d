package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.connector.kit.http.LostCalls;
import io.orderloom.fault.Fault;
import io.orderloom.fault.RetryAfter;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Classifies errors by status and by the type of Odoo's exception, never by its wording. The clock
 * is read only if Odoo names a date to wait for.
 */
final class OdooFaults {
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    private OdooFaults() {}

    /**
     * @param body Odoo's own answer, which means that the transaction was rolled back
     */
    static Fault of(Call call, int status, Optional<String> retryAfter, Optional<JsonNode> body) {
        var name = body.map(b -> b.path("name").asText()).filter(n -> !n.isBlank());
        return switch (status) {
            case 401, 403 -> new Fault.Unauthorized(detail(call, status, name));
            case 409 -> new Fault.Transient(detail(call, status, name));
            case 429 ->
                    new Fault.RateLimited(
                            wait(retryAfter).orElse(DEFAULT_WAIT), detail(call, status, name));
            case 503 ->
                    wait(retryAfter)
                            .<Fault>map(w -> new Fault.RateLimited(w, detail(call, status, name)))
                            .orElseGet(() -> new Fault.Transient(detail(call, status, name)));
            default ->
                    name.map(n -> raised(call, status, n, message(body)))
                            .orElseGet(() -> foreign(call, status));
        };
    }

    private static Fault raised(Call call, int status, String name, String message) {
        return switch (name) {
            case String n when n.startsWith("psycopg2.") ->
                    new Fault.Transient(detail(call, status, Optional.of(n)));
            case "odoo.exceptions.ConcurrencyError" ->
                    new Fault.Transient(detail(call, status, Optional.of(name)));
            case "odoo.exceptions.MissingError" ->
                    new Fault.Conflict(detail(call, status, Optional.of(name)));
            default ->
                    new Fault.Rejected(
                            reason(name), call.toString(), "%s: %s".formatted(call, message));
        };
    }

    /** An answer that is not Odoo's own, but a proxy's or another server's at this address. */
    private static Fault foreign(Call call, int status) {
        if (status < 500) {
            return new Fault.Rejected(
                    "no_odoo", call.toString(), "HTTP %d: no JSON-2 here".formatted(status));
        }
        return call.writes()
                ? new Fault.InDoubt(detail(call, status, Optional.empty()))
                : new Fault.Transient(detail(call, status, Optional.empty()));
    }

    /**
     * A request that was never sent can be sent again. One that was sent and not answered is in
     * doubt if it was to change something.
     */
    static Fault lost(Call call, ProcessingException lost) {
        if (LostCalls.neverSent(lost)) {
            return new Fault.Transient("no connection to Odoo");
        }
        return unanswered(call);
    }

    static Fault unanswered(Call call) {
        var detail = call + ": no answer from Odoo";
        return call.writes() ? new Fault.InDoubt(detail) : new Fault.Transient(detail);
    }

    /** {@code odoo.exceptions.ValidationError} → {@code validation_error}. */
    private static String reason(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static String message(Optional<JsonNode> body) {
        return body.map(b -> b.path("message").asText()).orElse("");
    }

    private static String detail(Call call, int status, Optional<String> name) {
        return "%s: HTTP %d%s".formatted(call, status, name.map(n -> " " + n).orElse(""));
    }

    private static Optional<Duration> wait(Optional<String> retryAfter) {
        return retryAfter.flatMap(after -> RetryAfter.of(after, Instant.now()));
    }
}
