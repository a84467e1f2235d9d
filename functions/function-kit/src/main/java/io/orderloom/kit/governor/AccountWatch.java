package io.orderloom.kit.governor;

import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.kit.config.Adapters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/** Reads how the ERP account is, for functions that don't call the ERP. */
@ApplicationScoped
public class AccountWatch {
    private final Adapters adapters;
    private final Accounts accounts;
    private final InstantSource clock;

    AccountWatch(Adapters adapters, Accounts accounts, InstantSource clock) {
        this.adapters = adapters;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Whether calls are made there. If not, messages that need calls wait in the queue. A rest that
     * has ended without any call since counts as working: there may be nothing left in the queue
     * that would make that call.
     */
    public boolean works() {
        return switch (accounts.read(adapters.erpName()).circuit()) {
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
