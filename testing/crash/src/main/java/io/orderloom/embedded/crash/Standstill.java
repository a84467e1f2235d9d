package io.orderloom.embedded.crash;

import io.orderloom.topology.Function;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Holds a function at the point that was named, until everything ends, and says so. */
final class Standstill implements ProcessKiller {
    private final AtomicReference<Optional<Point>> wanted = new AtomicReference<>(Optional.empty());
    private final CountDownLatch never = new CountDownLatch(1);
    private final Consumer<Point> reached;

    Standstill(Consumer<Point> reached) {
        this.reached = reached;
    }

    /** The first that comes there stays there. */
    void at(Point point) {
        wanted.set(Optional.of(point));
    }

    @Override
    public boolean kills(Function function, Optional<Boundary> boundary, Point.Side side) {
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
