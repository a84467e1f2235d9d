package io.orderloom.embedded.lambda;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One running process of a function; it handles one invocation at a time. */
final class FunctionProcess implements RuntimeApi.Work {
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(200);

    private final long startedAt = System.nanoTime();
    private final FunctionPool pool;
    private final RuntimeApi api;
    private final Process process;
    private final ProcessMeter meter;
    private final AtomicReference<Optional<InFlight>> current =
            new AtomicReference<>(Optional.empty());
    private volatile boolean initialised;
    private volatile boolean overdue;
    private volatile String initialisationError = "";
    private volatile long lastReading = System.nanoTime();

    /**
     * The invocation that the process handles, and the timer that kills the process if it takes too
     * long.
     */
    private record InFlight(Invocation invocation, Future<?> timer, long handedOverAt) {}

    FunctionProcess(FunctionPool pool, Launcher launcher, List<String> cacheOptions)
            throws IOException {
        this.pool = pool;
        this.api = new RuntimeApi(launcher.function(), pool.timeout(), this);
        this.process = started(launcher, cacheOptions);
        this.meter = new ProcessMeter(process.toHandle());
    }

    private Process started(Launcher launcher, List<String> cacheOptions) throws IOException {
        try {
            return launcher.start(api.hostAndPort(), cacheOptions);
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    /** Notifies the pool when the process has ended. */
    void watch() {
        var _ = process.onExit().thenRunAsync(this::exited, Thread::startVirtualThread);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Tells whether it has requested its first invocation. */
    boolean initialised() {
        return initialised;
    }

    ProcessMeter meter() {
        return meter;
    }

    String initialisationError() {
        return initialisationError;
    }

    /** Sends SIGKILL, as a fault test or Lambda itself would. */
    void kill() {
        meter.read();
        process.destroyForcibly();
    }

    /** Sends SIGTERM, then SIGKILL to a process that does not end. */
    void stop(Duration patience) {
        meter.read();
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Invocation> next() throws InterruptedException {
        if (!initialised) {
            initialised = true;
            pool.initialised(since(startedAt));
        }
        var next = pool.take(this);
        next.ifPresent(invocation ->
                current.set(
                        Optional.of(
                                new InFlight(
                                        invocation,
                                        pool.after(pool.timeout(), this::overdue),
                                        System.nanoTime()))));
        return next;
    }

    @Override
    public void undelivered(Invocation invocation) {
        current.getAndSet(Optional.empty()).ifPresent(flight -> flight.timer().cancel(false));
        pool.giveBack(invocation);
    }

    @Override
    public boolean ended(String id, InvocationOutcome outcome) {
        var flight = current.get().filter(f -> f.invocation().id().equals(id));
        if (flight.isEmpty()) {
            return false;
        }
        current.set(Optional.empty());
        flight.get().timer().cancel(false);
        pool.answered(since(flight.get().handedOverAt()));
        readNowAndThen();
        flight.get().invocation().end(outcome);
        return true;
    }

    @Override
    public void initialisationFailed(String error) {
        initialisationError = error;
    }

    private static Duration since(long instant) {
        return Duration.ofNanos(System.nanoTime() - instant);
    }

    private void overdue() {
        overdue = true;
        kill();
    }

    /**
     * Reads the meter again and again, so that a process that is killed from outside leaves a
     * recent reading.
     */
    private void readNowAndThen() {
        if (System.nanoTime() - lastReading > BETWEEN_READINGS.toNanos()) {
            meter.read();
            lastReading = System.nanoTime();
        }
    }

    private void exited() {
        var outcome =
                overdue
                        ? new InvocationOutcome.TimedOut(pool.timeout())
                        : new InvocationOutcome.Died("exit code " + process.exitValue());
        current.getAndSet(Optional.empty())
                .ifPresent(flight -> {
                    flight.timer().cancel(false);
                    flight.invocation().end(outcome);
                });
        pool.gone(this, outcome);
        api.close();
    }
}
