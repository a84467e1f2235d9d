package io.orderloom.kit.governor;

import io.orderloom.fault.Fault;
import io.orderloom.governor.Outcome;
import io.orderloom.task.FaultPolicy;
import java.time.Instant;
import java.util.Optional;

/** Derives what a call's result says about the account. Pure. */
final class Outcomes {
    private Outcomes() {}

    static Outcome of(String order, Optional<Fault> met, Instant now) {
        return met.<Outcome>map(fault ->
                        switch (fault) {
                            case Fault.RateLimited(var after, _) ->
                                    new Outcome.AskedForLess(now.plus(after));
                            case Fault.Unauthorized(var detail) -> new Outcome.Locked(detail);
                            case Fault f when FaultPolicy.opensCircuit(f) ->
                                    new Outcome.Failed(order);
                            case Fault _ -> new Outcome.Answered();
                        })
                .orElseGet(Outcome.Answered::new);
    }
}
