package io.orderloom.kit.governor;

import io.orderloom.governor.Circuit.Closed;
import io.orderloom.governor.Circuit.HalfOpen;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.Circuit.Throttled;
import io.orderloom.kit.config.Adapters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/** For whoever wants to know how the ERP account is, and calls nobody there. */
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
     * Whether calls are made there; if not, what is to be called for waits in the queue. A time
     * that has passed without anybody's call says that nothing may be waiting there any more.
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
