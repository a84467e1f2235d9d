package io.orderloom.crash;

import io.orderloom.crash.Point.Side;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.topology.Function;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Kills a function's process at armed points, once at each point. */
final class Killer implements ProcessKiller {
    private final Set<Point> seen = ConcurrentHashMap.newKeySet();
    private final Set<Point> armed = ConcurrentHashMap.newKeySet();
    private final Set<Point> done = new LinkedHashSet<>();
    private final Set<Point> missed = new LinkedHashSet<>();
    private volatile Optional<LambdaHost> functions = Optional.empty();

    /** Sets the host whose processes are killed from now on. */
    void aimAt(LambdaHost running) {
        functions = Optional.of(running);
    }

    /** Kills the next process that reaches the point. */
    void arm(Point point) {
        armed.add(point);
    }

    /**
     * Disarms all points. Points that no process reached may be reached only after another death,
     * so they are armed again together with later ones.
     */
    synchronized void disarm() {
        missed.addAll(armed);
        armed.clear();
    }

    /** The points that no process reached while they were armed. */
    synchronized List<Point> missed() {
        return missed.stream().filter(point -> !done.contains(point)).toList();
    }

    /** The points that functions have reached and that were not armed yet, one per function. */
    synchronized List<Point> open() {
        return Stream.of(Function.values())
                .flatMap(function ->
                        seen.stream()
                                .filter(point -> point.function() == function)
                                .filter(point -> !done.contains(point))
                                .filter(point -> !missed.contains(point))
                                .sorted(Killer::compare)
                                .limit(1))
                .toList();
    }

    /** Returns whether a point at this boundary is armed or was never reached. */
    boolean waitsFor(Function function, KillBoundary boundary) {
        var points = Stream.of(Side.values()).map(side -> new Point(function, boundary, side));
        return points.anyMatch(point -> armed.contains(point) || !seen.contains(point));
    }

    private static int compare(Point one, Point other) {
        int byBoundary = one.boundary().compareTo(other.boundary());
        return byBoundary != 0 ? byBoundary : one.side().compareTo(other.side());
    }

    /** The points where processes died, in order. */
    synchronized List<Point> done() {
        return List.copyOf(done);
    }

    @Override
    public boolean kills(Function function, Optional<KillBoundary> boundary, Side side) {
        if (boundary.isEmpty()) {
            return false;
        }
        var point = new Point(function, boundary.get(), side);
        seen.add(point);
        if (!armed.remove(point)) {
            return false;
        }
        var dying = pids(function);
        functions.ifPresent(running -> running.kill(function));
        dying.forEach(process -> process.onExit().join());
        synchronized (this) {
            done.add(point);
        }
        return true;
    }

    private List<ProcessHandle> pids(Function function) {
        return functions.stream()
                .flatMap(running -> running.pids(function).stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }
}
