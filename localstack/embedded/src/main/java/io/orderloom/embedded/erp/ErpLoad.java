package io.orderloom.embedded.erp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Delays the calls at the sandbox, and counts how many it handles at once. */
final class ErpLoad {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Duration pace = Duration.ZERO;

    /** The work of one call. */
    @FunctionalInterface
    interface Call<E extends Exception> {
        void run() throws E;
    }

    <E extends Exception> void during(Call<E> call) throws E {
        int together = now.incrementAndGet();
        try {
            most.accumulateAndGet(together, Math::max);
            LockSupport.parkNanos(pace.toNanos());
            call.run();
        } finally {
            now.decrementAndGet();
        }
    }

    /** Sets the duration of each call from now on, and starts a new count. */
    void pace(Duration each) {
        pace = each;
        most.set(0);
    }

    Duration pace() {
        return pace;
    }

    /** The most calls at once since the duration was set. */
    int mostAtOnce() {
        return most.get();
    }
}
