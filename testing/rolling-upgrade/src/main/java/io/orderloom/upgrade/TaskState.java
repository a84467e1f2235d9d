package io.orderloom.upgrade;

import io.orderloom.embedded.erp.SandboxFault;
import io.orderloom.embedded.shopify.AdminFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The states in which a task is left when its function is killed, and the faults that lead to each.
 */
enum TaskState {
    /** The function dies while it waits for an answer that never comes. */
    CLAIMED(new SandboxFault.SilentAfterBooking(), new AdminFault.SilentAfterRefund()),
    POSTPONED(new SandboxFault.RateLimited(Later.WHILE), new AdminFault.Throttled(Later.WHILE)),
    IN_DOUBT(new SandboxFault.BrokenAfterBooking(), new AdminFault.BrokenAfterRefund());

    /** The states that are stored. A task that no function has touched has no item. */
    static final Set<String> WRITTEN =
            Set.copyOf(List.of(values()).stream().map(TaskState::written).toList());

    private final SandboxFault erpFault;
    private final AdminFault shopFault;

    TaskState(SandboxFault erpFault, AdminFault shopFault) {
        this.erpFault = erpFault;
        this.shopFault = shopFault;
    }

    /** The state's name in the task's item. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SandboxFault erpFault() {
        return erpFault;
    }

    AdminFault shopFault() {
        return shopFault;
    }

    private static final class Later {
        static final Duration WHILE = Duration.ofSeconds(5);
    }
}
