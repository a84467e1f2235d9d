package io.orderloom.embedded.lambda;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Remembers how long a function's processes took; guarded by its pool's lock. */
final class PoolTimings {
    private static final int INVOCATIONS_KEPT = 4_096;

    private final List<Duration> initialisations = new ArrayList<>();
    private final Deque<Duration> invocations = new ArrayDeque<>();

    void initialised(Duration took) {
        initialisations.add(took);
    }

    void answered(Duration took) {
        if (invocations.size() == INVOCATIONS_KEPT) {
            invocations.removeFirst();
        }
        invocations.addLast(took);
    }

    Timings all() {
        return new Timings(List.copyOf(initialisations), List.copyOf(invocations));
    }
}
