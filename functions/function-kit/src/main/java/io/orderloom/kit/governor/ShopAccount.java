package io.orderloom.kit.governor;

import io.orderloom.fault.Fault;
import io.orderloom.governor.Account;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.governor.CircuitBreaker.Standing;
import io.orderloom.governor.Outcome;
import io.orderloom.governor.Postponement;
import io.orderloom.governor.Urgency;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The circuit of an account at a shop. It has no slots, because a shop limits requests over time
 * and not calls at once, and refunds are few. The table is read now and then, and is written when a
 * call failed or one before it had.
 */
public final class ShopAccount {
    private static final Logger LOG = Logger.getLogger(ShopAccount.class);

    /** How long the account as read from the table is used. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final AccountName name;
    private final String holder;
    private final Duration longestCall;
    private final Accounts accounts;
    private final AccountTroubles troubles;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Lock lock;

    private Account stored = Account.UNKNOWN;
    private Instant readAgainAt = Instant.MIN;
    private boolean probing;

    ShopAccount(
            AccountName name,
            String holder,
            Duration longestCall,
            Accounts accounts,
            AccountTroubles troubles,
            Metrics metrics,
            InstantSource clock,
            Lock lock) {
        this.name = name;
        this.holder = holder;
        this.longestCall = longestCall;
        this.accounts = accounts;
        this.troubles = troubles;
        this.metrics = metrics;
        this.clock = clock;
        this.lock = lock;
    }

    /** How a call was let through, or why not. */
    private sealed interface Entry {
        /**
         * @param decides whether this is the one call that shows if the account is back
         */
        record Entered(boolean decides) implements Entry {}

        record Refused(Duration delay) implements Entry {}
    }

    /**
     * Makes a call if the account may be called.
     *
     * @param order the order that it is made for
     * @param met finds the fault in an answer
     * @param held makes the result that is returned instead if the account may not be called or is
     *     itself the trouble, from how long to wait and why
     */
    public <A, C> C governed(
            String order,
            Supplier<A> call,
            Function<A, Optional<Fault>> met,
            Function<A, C> called,
            BiFunction<Duration, String, C> held) {
        return switch (locked(() -> enter(order))) {
            case Entry.Refused(var wait) -> held.apply(wait, "not called: " + state());
            case Entry.Entered(var decides) -> {
                var outcome = Optional.<Outcome>empty();
                var wait = Duration.ZERO;
                Optional<Fault> fault;
                A answer;
                try {
                    answer = call.get();
                    fault = met.apply(answer);
                    outcome = Optional.of(Outcomes.of(order, fault, clock.instant()));
                } finally {
                    wait = exit(order, outcome, decides);
                }
                var ended = wait;
                yield excused(fault, decides)
                        .map(detail -> held.apply(ended, detail))
                        .orElseGet(() -> called.apply(answer));
            }
        };
    }

    private Entry enter(String order) {
        var now = clock.instant();
        if (!now.isBefore(readAgainAt)) {
            stored = accounts.read(name.system());
            readAgainAt = now.plus(KEPT);
        }
        return switch (CircuitBreaker.standing(stored.circuit(), holder, now)) {
            case Standing.Call() when stored.circuit() instanceof Circuit.HalfOpen ->
                    // This process is making the one call already.
                    refused(order, now);
            case Standing.Call() -> new Entry.Entered(false);
            case Standing.Probe() when probing -> refused(order, now);
            case Standing.Probe() -> probe(order, now);
            case Standing.Wait _ -> refused(order, now);
        };
    }

    private Entry probe(String order, Instant now) {
        stored =
                accounts.change(
                                name.system(),
                                stored,
                                account -> account.probed(holder, now, now.plus(longestCall)))
                        .after();
        probing = stored.circuit() instanceof Circuit.HalfOpen one && one.holder().equals(holder);
        if (!probing
                && CircuitBreaker.standing(stored.circuit(), holder, now)
                        instanceof Standing.Call) {
            return new Entry.Entered(false);
        }
        return probing ? new Entry.Entered(true) : refused(order, now);
    }

    private Entry refused(String order, Instant now) {
        if (stored.circuit() instanceof Circuit.HalfOpen) {
            // Only the table shows how the one call ended.
            readAgainAt = now;
        }
        return new Entry.Refused(wait(order, now));
    }

    private Duration exit(String order, Optional<Outcome> outcome, boolean decided) {
        return locked(() -> {
            tell(outcome.stream().toList());
            if (decided) {
                probing = false;
            }
            return wait(order, clock.instant());
        });
    }

    private void tell(List<Outcome> outcomes) {
        if (stored.circuit().equals(Circuit.HEALTHY)
                && outcomes.stream().allMatch(told -> told instanceof Outcome.Answered)) {
            return;
        }
        try {
            var changed =
                    accounts.change(
                            name.system(),
                            stored,
                            account -> account.closed(holder, outcomes, clock.instant()));
            stored = changed.after();
            troubles.told(name, changed.before(), changed.after(), outcomes);
        } catch (SdkException | IllegalStateException untold) {
            LOG.warnf(
                    "the outcome of calls could not be recorded in the account of %s: %s",
                    name, untold.getMessage());
            for (var outcome : outcomes) {
                stored = stored.after(holder, outcome, clock.instant());
            }
        }
    }

    private Duration wait(String order, Instant now) {
        int jitter = Math.floorMod(order.hashCode() * 31, 1000);
        return CircuitBreaker.standing(stored.circuit(), holder, now) instanceof Standing.Wait wait
                ? Postponement.until(wait, Urgency.NORMAL, now, jitter)
                : Postponement.forSlots(jitter);
    }

    /** A failure of the account is no failure of the order. */
    private Optional<String> excused(Optional<Fault> met, boolean decides) {
        return met.flatMap(fault ->
                switch (fault) {
                    case Fault.Unauthorized(var detail) -> {
                        metrics.count(Metric.CREDENTIALS_REFUSED);
                        yield Optional.of(detail);
                    }
                    case Fault.Transient(var detail) when decides -> Optional.of(detail);
                    case Fault _ -> Optional.empty();
                });
    }

    private String state() {
        return locked(() -> "the account of %s is %s".formatted(name, stored.circuit()));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
