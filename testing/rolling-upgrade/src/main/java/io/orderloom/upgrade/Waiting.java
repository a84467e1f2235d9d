package io.orderloom.upgrade;

import io.orderloom.embedded.common.StartupFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for a fixed time. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Waiting() {}

    /**
     * @throws StartupFailure naming the condition that did not hold in time
     */
    public static void until(String what, BooleanSupplier condition) {
        if (!in(PATIENCE, condition)) {
            throw new StartupFailure(
                    "waited %d s in vain until %s".formatted(PATIENCE.toSeconds(), what));
        }
    }

    /** Returns whether the condition held in time. */
    static boolean in(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }
}
