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
 * An ERP that is only called while its account may be. What is refused here was not called: it is
 * told as a rate limit, which is waited out and not counted.
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

    /** Asked by a person or a watchdog and not for an order: never refused. */
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
     * The one call is made for the account's sake: that it fails is no failure of its order. Only a
     * doubt stays, because it may have done something.
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
