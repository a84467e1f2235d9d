package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderloom.connector.odoo.OdooApi;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.wire.Deployed;
import io.orderloom.simulation.wire.HttpReply;
import io.orderloom.simulation.wire.Lost;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection from one process to the Odoo and back, with all the faults that can happen on it.
 */
public final class OdooWire implements OdooApi {
    /** The time that the adapter waits for an answer by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long RETRY_AFTER_SECONDS = 7;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final OdooAccount account;
    private final Boundaries boundaries;

    public OdooWire(OdooAccount account, Boundaries boundaries) {
        this.account = account;
        this.boundaries = boundaries;
    }

    @Override
    public Response call(
            String authorization,
            @Nullable String database,
            String model,
            String method,
            String arguments) {
        if (!authorization.equals("bearer " + Deployed.ODOO_KEY)) {
            return HttpReply.page(401).response();
        }
        account.enter();
        try {
            return reply(new Call(model, method, parse(arguments))).response();
        } finally {
            account.leave();
        }
    }

    private record Call(String model, String method, JsonNode arguments) {
        boolean writes() {
            return OdooServer.writes(method);
        }

        /** The external ids that the call is about. */
        @Override
        public String toString() {
            var ids = arguments.path("ids");
            return "%s/%s %s"
                    .formatted(
                            model,
                            method,
                            ids.isMissingNode() ? arguments.path("data").path(0).path(0) : ids);
        }
    }

    private HttpReply reply(Call call) {
        var closed = account.closed(call.writes(), call.arguments());
        if (closed.isPresent()) {
            boundaries.pause(account.weather().latency());
            return cross(call, ErpFault.NONE, () -> refused(closed.get()));
        }
        var begun = account.clock().instant();
        var fault = account.weather().next(call.writes());
        boundaries.pause(account.weather().latency());
        Supplier<HttpReply> commit =
                () -> account.server().call(call.model(), call.method(), call.arguments(), begun);
        return switch (fault) {
            case NONE -> cross(call, fault, commit);
            case SLOW -> {
                boundaries.pause(account.weather().slowness());
                var reply = cross(call, fault, commit);
                boundaries.pause(account.weather().slowness());
                yield reply;
            }
            case RATE_LIMITED_UNTIL ->
                    cross(call, fault, () -> HttpReply.tooMany(RETRY_AFTER_SECONDS));
            case RATE_LIMITED -> cross(call, fault, () -> HttpReply.page(429));
            case DOWN ->
                    cross(
                            call,
                            fault,
                            () -> {
                                throw Lost.refused();
                            });
            case FAILED_BEFORE_COMMIT -> cross(call, fault, this::failed);
            case PARTIAL -> cross(call, fault, () -> rolledBack(call));
            case FAILED_AFTER_COMMIT ->
                    cross(call, fault, () -> after(commit, HttpReply.page(502)));
            case HALF_ANSWER -> cross(call, fault, () -> commit.get().brokenOff());
            case SEEN_LATE -> cross(call, fault, () -> late(call, commit));
            case DUPLICATE_KEY -> cross(call, fault, () -> secondOfTwo(call, commit));
            case TIMED_OUT_AFTER_COMMIT -> {
                var _ = cross(call, fault, commit);
                boundaries.pause(PATIENCE);
                throw Lost.silent();
            }
        };
    }

    private static HttpReply refused(Fault fault) {
        return switch (fault) {
            case Fault.InDoubt _ -> throw Lost.silent();
            case Fault.Transient _,
                    Fault.RateLimited _,
                    Fault.Unauthorized _,
                    Fault.Rejected _,
                    Fault.Invalid _,
                    Fault.Conflict _,
                    Fault.Bug _ ->
                    HttpReply.of(fault);
        };
    }

    /**
     * An error answer from Odoo, which reports its rollback, or from a proxy, which can't know of
     * it.
     */
    private HttpReply failed() {
        return account.calls() % 2 == 0 ? HttpReply.page(500) : serialization();
    }

    private static HttpReply serialization() {
        return OdooServer.raised(
                500,
                "psycopg2.errors.SerializationFailure",
                "could not serialize access due to concurrent update");
    }

    /** The answer of a transaction that failed, of which nothing remains. */
    private static HttpReply rolledBack(Call call) {
        return call.method().equals("load")
                ? HttpReply.json(200, OdooServer.taken())
                : serialization();
    }

    /** The proxy stops waiting; the transaction goes on and is committed later. */
    private HttpReply late(Call call, Supplier<HttpReply> commit) {
        if (!call.writes()) {
            return commit.get();
        }
        account.later(
                account.weather().unseenFor(),
                () -> {
                    var _ = commit.get();
                });
        return HttpReply.page(504);
    }

    /**
     * The HTTP client below the adapter repeated the call, the first one was faster, and the answer
     * is that of the second.
     */
    private static HttpReply secondOfTwo(Call call, Supplier<HttpReply> commit) {
        var first = commit.get();
        return switch (call.method()) {
            case "load" -> HttpReply.json(200, OdooServer.taken());
            case "action_confirm" -> commit.get();
            default -> first;
        };
    }

    private static HttpReply after(Supplier<HttpReply> commit, HttpReply told) {
        var _ = commit.get();
        return told;
    }

    private HttpReply cross(Call call, ErpFault fault, Supplier<HttpReply> effect) {
        return boundaries.cross(
                call.writes() ? Boundary.ERP_WRITE : Boundary.ERP_LOOK_UP,
                () -> call + (fault == ErpFault.NONE ? "" : " [" + fault.label() + "]"),
                effect);
    }

    private static JsonNode parse(String arguments) {
        try {
            return JSON.readTree(arguments);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("no JSON: " + arguments, unreadable);
        }
    }
}
