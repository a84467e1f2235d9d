package io.orderloom.embedded.erp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How long the sandbox takes for a call, and how many were in hand at once. */
final class ErpLoad {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Duration pace = Duration.ZERO;

    /** Whatever happens between the two. */
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

    /** From now on, with a count of its own. */
    void pace(Duration each) {
        pace = each;
        most.set(0);
    }

    Duration pace() {
        return pace;
    }

    /** Since the pace was set. */
    int mostAtOnce() {
        return most.get();
    }
}
