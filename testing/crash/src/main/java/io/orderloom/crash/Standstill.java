package io.orderloom.crash;

import io.orderloom.topology.Function;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Holds a function at the given point until the process ends, and reports it. */
final class Standstill implements ProcessKiller {
    private final AtomicReference<Optional<Point>> wanted = new AtomicReference<>(Optional.empty());
    private final CountDownLatch never = new CountDownLatch(1);
    private final Consumer<Point> reached;

    Standstill(Consumer<Point> reached) {
        this.reached = reached;
    }

    /** Holds the first function that reaches the point. */
    void at(Point point) {
        wanted.set(Optional.of(point));
    }

    @Override
    public boolean kills(Function function, Optional<KillBoundary> boundary, Point.Side side) {
        var here = boundary.map(which -> new Point(function, which, side));
        if (here.isPresent() && wanted.get().equals(here)) {
            reached.accept(here.get());
            hold();
        }
        return false;
    }

    private void hold() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
