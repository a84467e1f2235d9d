package io.orderloom.embedded.crash;

import io.orderloom.embedded.crash.Point.Side;
import io.orderloom.embedded.http.Detour;
import io.orderloom.embedded.lambda.LambdaHost;
import io.orderloom.topology.Function;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Stands between the functions and all that they call, and kills a function's process where it was
 * told to: once a point.
 */
final class Killer implements Detour, AutoCloseable {
    private final Set<Point> seen = ConcurrentHashMap.newKeySet();
    private final Set<Point> armed = ConcurrentHashMap.newKeySet();
    private final Set<Point> done = new LinkedHashSet<>();
    private final Set<Point> missed = new LinkedHashSet<>();
    private final List<KillingProxy> proxies = new ArrayList<>();
    private volatile Optional<LambdaHost> functions = Optional.empty();

    @Override
    public synchronized URI to(String caller, Service service, URI target) {
        var proxy = new KillingProxy(this, function(caller), service, target);
        proxies.add(proxy);
        return URI.create(proxy.address() + target.getRawPath());
    }

    private static Function function(String label) {
        return Stream.of(Function.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Whose processes they are, until they are another's. */
    void aimAt(LambdaHost running) {
        functions = Optional.of(running);
    }

    /** The next time that somebody comes there, it dies. */
    void arm(Point point) {
        armed.add(point);
    }

    /** Those that nobody came to are armed again beside the next: they may follow upon a death. */
    synchronized void disarm() {
        missed.addAll(armed);
        armed.clear();
    }

    /** Points that nobody came to while they were armed. */
    synchronized List<Point> missed() {
        return missed.stream().filter(point -> !done.contains(point)).toList();
    }

    /** Points that functions came by, and were not armed yet, one a function. */
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

    private static int compare(Point one, Point other) {
        int byBoundary = one.boundary().compareTo(other.boundary());
        return byBoundary != 0 ? byBoundary : one.side().compareTo(other.side());
    }

    /** Where processes died, in the order in which they did. */
    synchronized List<Point> done() {
        return List.copyOf(done);
    }

    /**
     * Whether the process that came there is dead now.
     *
     * @param boundary empty where nobody dies
     */
    boolean kills(Function function, Optional<Boundary> boundary, Side side) {
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

    @Override
    public synchronized void close() {
        proxies.forEach(KillingProxy::close);
    }
}
