package io.orderloom.connector.sandbox;

import io.orderloom.connector.kit.http.LostCalls;
import io.orderloom.connector.sandbox.SandboxApi.Refusal;
import io.orderloom.fault.Fault;
import io.orderloom.fault.RetryAfter;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** HTTP, credentials and time-outs; knows nothing of orders. */
class SandboxClient {
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    private final SandboxSettings settings;
    private volatile @Nullable SandboxApi api;

    SandboxClient(SandboxSettings settings) {
        this.settings = settings;
    }

    /** The sandbox's answer, or the fault that took its place. */
    sealed interface Reply<T> {
        record Given<T>(int status, Optional<T> body) implements Reply<T> {}

        record Missed<T>(Fault fault) implements Reply<T> {}
    }

    <T> Reply<T> read(BiFunction<SandboxApi, String, Response> call, Class<T> type) {
        return call(call, type, false);
    }

    <T> Reply<T> write(BiFunction<SandboxApi, String, Response> call, Class<T> type) {
        return call(call, type, true);
    }

    private <T> Reply<T> call(
            BiFunction<SandboxApi, String, Response> call, Class<T> type, boolean writes) {
        try (var response = call.apply(api(), "Bearer " + settings.token())) {
            return reply(response, type, writes);
        } catch (ProcessingException lost) {
            return new Reply.Missed<>(lost(lost, writes));
        }
    }

    private static <T> Reply<T> reply(Response response, Class<T> type, boolean writes) {
        int status = response.getStatus();
        if (status < 300) {
            return new Reply.Given<>(status, Optional.of(response.readEntity(type)));
        }
        return switch (status) {
            case 404 -> new Reply.Given<>(status, Optional.empty());
            case 401, 403 -> new Reply.Missed<>(new Fault.Unauthorized("HTTP " + status));
            case 429, 503 -> new Reply.Missed<>(limited(response));
            case 409, 422 -> new Reply.Missed<>(rejected(response.readEntity(Refusal.class)));
            case 400 -> new Reply.Missed<>(new Fault.Bug("the sandbox understood no request"));
            default ->
                    new Reply.Missed<>(
                            writes
                                    ? new Fault.InDoubt("HTTP " + status + " to a write")
                                    : new Fault.Transient("HTTP " + status));
        };
    }

    private static Fault limited(Response response) {
        var after = response.getHeaderString("Retry-After");
        if (after == null && response.getStatus() == 503) {
            return new Fault.Transient("HTTP 503");
        }
        return new Fault.RateLimited(
                Optional.ofNullable(after)
                        .flatMap(told -> RetryAfter.of(told, Instant.now()))
                        .orElse(DEFAULT_WAIT),
                "HTTP " + response.getStatus());
    }

    private static Fault rejected(Refusal refusal) {
        var field = Optional.ofNullable(refusal.field()).orElse("");
        return new Fault.Rejected(
                Optional.ofNullable(refusal.code()).orElse("refused"),
                field,
                "%s: %s".formatted(field, Optional.ofNullable(refusal.message()).orElse("")));
    }

    /**
     * A request that was never sent can be sent again. One that was sent and not answered is in
     * doubt if it was to change something.
     */
    private static Fault lost(ProcessingException lost, boolean writes) {
        if (LostCalls.neverSent(lost)) {
            return new Fault.Transient("no connection to the sandbox ERP");
        }
        var detail = "no answer from the sandbox ERP";
        return writes ? new Fault.InDoubt(detail) : new Fault.Transient(detail);
    }

    private SandboxApi api() {
        var made = api;
        if (made == null) {
            made =
                    QuarkusRestClientBuilder.newBuilder()
                            .baseUri(settings.url())
                            .connectTimeout(2, TimeUnit.SECONDS)
                            .readTimeout(15, TimeUnit.SECONDS)
                            .property("microprofile.rest.client.disable.default.mapper", true)
                            .build(SandboxApi.class);
            api = made;
        }
        return made;
    }
}
