package io.orderloom.simulation.erp;

import io.orderloom.fault.Fault;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.erp.SimulatedBooks.Commit;
import io.orderloom.simulation.fault.ErpFault;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** The connection to the ERP and back, with all the faults that can happen on it. */
final class FaultyConnection {
    /** The time that adapters wait for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(7);
    private static final Duration RETRY_AFTER_UNTOLD = Duration.ofSeconds(5);

    private final ErpHost host;
    private final Boundaries boundaries;

    FaultyConnection(ErpHost host, Boundaries boundaries) {
        this.host = host;
        this.boundaries = boundaries;
    }

    ErpHost host() {
        return host;
    }

    /** Carries out a write. */
    <T> Reply<T> write(String what, String about, Function<Commit, T> operation) {
        host.enter();
        try {
            return write(new Call(Boundary.ERP_WRITE, what, about), operation);
        } finally {
            host.leave();
        }
    }

    private <T> Reply<T> write(Call call, Function<Commit, T> operation) {
        var closed = host.weather().closed(true, call.about());
        if (closed.isPresent()) {
            return closed(call, closed.get());
        }
        if (host.weather().answerLost(call.about())) {
            return lost(call, ErpFault.NONE, operation, Commit.PLAIN, "no answer to a write");
        }
        var fault = host.weather().next(true);
        boundaries.pause(host.weather().latency());
        return switch (fault) {
            case NONE -> given(call, fault, () -> operation.apply(Commit.PLAIN));
            case SLOW -> {
                boundaries.pause(host.weather().slowness());
                var given = given(call, fault, () -> operation.apply(Commit.PLAIN));
                boundaries.pause(host.weather().slowness());
                yield given;
            }
            case RATE_LIMITED_UNTIL, RATE_LIMITED -> limited(call, fault);
            case DOWN -> missed(call, fault, new Fault.Transient("no connection to the twin"));
            case FAILED_BEFORE_COMMIT -> missed(call, fault, doubt("HTTP 500 to a write"));
            case FAILED_AFTER_COMMIT ->
                    lost(call, fault, operation, Commit.PLAIN, "HTTP 500 to a write");
            case HALF_ANSWER -> lost(call, fault, operation, Commit.PLAIN, "the answer broke off");
            case PARTIAL ->
                    lost(
                            call,
                            fault,
                            operation,
                            new Commit(false, Duration.ZERO),
                            "HTTP 500 to a write");
            case SEEN_LATE ->
                    lost(
                            call,
                            fault,
                            operation,
                            new Commit(true, host.weather().unseenFor()),
                            "HTTP 504 to a write");
            case TIMED_OUT_AFTER_COMMIT -> {
                var lost = lost(call, fault, operation, Commit.PLAIN, "no answer to a write");
                boundaries.pause(PATIENCE);
                yield lost;
            }
            case DUPLICATE_KEY -> {
                var _ = given(call, fault, () -> operation.apply(Commit.PLAIN));
                yield new Reply.Taken<>();
            }
        };
    }

    /** Carries out a read. */
    <T> Reply<T> read(String what, String about, Supplier<T> operation) {
        host.enter();
        try {
            return read(new Call(Boundary.ERP_LOOK_UP, what, about), operation);
        } finally {
            host.leave();
        }
    }

    private <T> Reply<T> read(Call call, Supplier<T> operation) {
        var closed = host.weather().closed(false, call.about());
        if (closed.isPresent()) {
            return closed(call, closed.get());
        }
        var fault = host.weather().next(false);
        boundaries.pause(host.weather().latency());
        return switch (fault) {
            case NONE, SEEN_LATE, PARTIAL, DUPLICATE_KEY -> given(call, ErpFault.NONE, operation);
            case SLOW -> {
                boundaries.pause(host.weather().slowness());
                yield given(call, fault, operation);
            }
            case RATE_LIMITED_UNTIL, RATE_LIMITED -> limited(call, fault);
            case DOWN -> missed(call, fault, new Fault.Transient("no connection to the twin"));
            case FAILED_BEFORE_COMMIT, FAILED_AFTER_COMMIT ->
                    missed(call, fault, new Fault.Transient("HTTP 500 to a read"));
            case HALF_ANSWER ->
                    missed(call, fault, new Fault.Transient("the answer to a read broke off"));
            case TIMED_OUT_AFTER_COMMIT -> {
                boundaries.pause(PATIENCE);
                yield missed(call, fault, new Fault.Transient("no answer to a read"));
            }
        };
    }

    private record Call(Boundary boundary, String what, String about) {}

    private <T> Reply<T> given(Call call, ErpFault fault, Supplier<T> operation) {
        return new Reply.Given<>(cross(call, fault, operation));
    }

    private <T> Reply<T> missed(Call call, ErpFault fault, Fault told) {
        return cross(call, fault, () -> new Reply.Missed<>(told));
    }

    private <T> Reply<T> lost(
            Call call, ErpFault fault, Function<Commit, T> operation, Commit how, String told) {
        return cross(
                call,
                fault,
                () -> {
                    var _ = operation.apply(how);
                    return new Reply.Missed<>(doubt(told));
                });
    }

    /** A call that is rejected with a fault. */
    private <T> Reply<T> closed(Call call, Fault told) {
        boundaries.pause(host.weather().latency());
        return boundaries.cross(
                call.boundary(),
                () -> "%s %s [%s]".formatted(call.what(), call.about(), told.detail()),
                () -> new Reply.Missed<>(told));
    }

    private <T> Reply<T> limited(Call call, ErpFault fault) {
        var wait = fault == ErpFault.RATE_LIMITED_UNTIL ? RETRY_AFTER : RETRY_AFTER_UNTOLD;
        return missed(call, fault, new Fault.RateLimited(wait, "HTTP 429"));
    }

    private <T> T cross(Call call, ErpFault fault, Supplier<T> effect) {
        return boundaries.cross(
                call.boundary(),
                () ->
                        "%s %s%s"
                                .formatted(
                                        call.what(),
                                        call.about(),
                                        fault == ErpFault.NONE ? "" : " [" + fault.label() + "]"),
                effect);
    }

    private static Fault doubt(String detail) {
        return new Fault.InDoubt(detail);
    }
}
