package io.orderloom.kit.governor;

import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.kit.config.Erps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how the ERPs' accounts are, for functions that don't call the ERP. */
@ApplicationScoped
public class AccountWatch {
    private final Erps erps;
    private final Accounts accounts;
    private final InstantSource clock;

    AccountWatch(Erps erps, Accounts accounts, InstantSource clock) {
        this.erps = erps;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The ERPs at which calls are made now, read once for many orders. */
    public record Working(Erps erps, Set<String> names) {

        /** Whether the ERP of this order is among them. */
        public boolean books(OrderState order) {
            return switch (order) {
                case Awaited _ -> true;
                case Placed placed ->
                        erps.find(placed.profile()).filter(names::contains).isPresent();
            };
        }
    }

    public Working working() {
        return new Working(
                erps,
                erps.names().stream().filter(this::works).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether calls are made there. If not, messages that need calls wait in the queue. A rest that
     * has ended without any call since counts as working: there may be nothing left in the queue
     * that would make that call.
     */
    private boolean works(String erp) {
        return switch (accounts.read(erp).circuit()) {
            case Closed _ -> true;
            case Throttled(var until) -> passed(until);
            case Open open -> passed(open.until());
            case HalfOpen probing -> passed(probing.until());
        };
    }

    private boolean passed(Instant until) {
        return !clock.instant().isBefore(until);
    }
}
