package io.orderloom.kit.governor;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.governor.Outcome;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Metric;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An ERP that is called only while its account allows it. A call that is not allowed is not made
 * and is reported as a rate limit, which is waited out and not counted as an attempt.
 */
record GovernedErp(Erp erp, SlotLease share, Metrics metrics) implements Erp {

    @Override
    public String name() {
        return erp.name();
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        return governed(
                id,
                () -> erp.post(booking, id),
                answer ->
                        switch (answer) {
                            case Booked _ -> Optional.empty();
                            case Failed(var fault) -> Optional.of(fault);
                        },
                Failed::new);
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return governed(
                id,
                () -> erp.find(id),
                answer ->
                        switch (answer) {
                            case Booked _, Absent() -> Optional.empty();
                            case Failed(var fault) -> Optional.of(fault);
                        },
                Failed::new);
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        return governed(
                id,
                () -> erp.cancel(id, reason),
                answer ->
                        switch (answer) {
                            case Booked _, Absent() -> Optional.empty();
                            case Failed(var fault) -> Optional.of(fault);
                        },
                Failed::new);
    }

    @Override
    public Duration settlingTime() {
        return erp.settlingTime();
    }

    /** Never refused, because a person or a monitor wants it, and not an order. */
    @Override
    public Health health() {
        return erp.health();
    }

    private <A> A governed(
            ExternalId id,
            Supplier<A> call,
            Function<A, Optional<Fault>> met,
            Function<Fault, A> instead) {
        return switch (share.enter()) {
            case SlotLease.Entry.Refused(var wait) ->
                    instead.apply(new Fault.RateLimited(wait, "not called: " + share.state()));
            case SlotLease.Entry.Entered(var decides) -> {
                var outcome = Optional.<Outcome>empty();
                var wait = Duration.ZERO;
                Optional<Fault> fault;
                A answer;
                try {
                    answer = call.get();
                    fault = met.apply(answer);
                    outcome = Optional.of(Outcomes.of(id.value(), fault, share.now()));
                } finally {
                    wait = share.exit(outcome);
                }
                yield decides ? excused(fault, wait).map(instead).orElse(answer) : answer;
            }
        };
    }

    /**
     * Turns the failure of the one call that probes the account into a wait, since it says nothing
     * about the order. A call in doubt stays in doubt, because it may have done something.
     */
    private Optional<Fault> excused(Optional<Fault> met, Duration wait) {
        return met.flatMap(fault ->
                switch (fault) {
                    case Fault.Transient(var detail) ->
                            Optional.of(new Fault.RateLimited(wait, detail));
                    case Fault.Unauthorized(var detail) -> {
                        metrics.count(Metric.CREDENTIALS_REFUSED);
                        yield Optional.of(new Fault.RateLimited(wait, detail));
                    }
                    case Fault.InDoubt _,
                            Fault.RateLimited _,
                            Fault.Rejected _,
                            Fault.Invalid _,
                            Fault.Conflict _,
                            Fault.Bug _ ->
                            Optional.empty();
                });
    }
}
