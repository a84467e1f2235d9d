package io.orderloom.embedded.lambda;

import io.orderloom.topology.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Stands in for EventBridge Scheduler: calls the functions when a schedule is due. */
public final class Schedules implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LambdaHost functions;
    private final Consumer<String> report;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    /**
     * @param report gets one line for each call that failed
     */
    public Schedules(LambdaHost functions, Consumer<String> report) {
        this.functions = functions;
        this.report = report;
    }

    /**
     * Starts the schedules of the functions that run. The first call comes after one full period.
     */
    public void start() {
        for (var schedule : Schedule.values()) {
            if (functions.functions().contains(schedule.function())) {
                long every = schedule.every().toMillis();
                var _ =
                        clock.scheduleAtFixedRate(
                                () -> callOnTime(schedule), every, every, TimeUnit.MILLISECONDS);
            }
        }
    }

    /**
     * Calls the schedule's function now, out of turn.
     *
     * @throws IllegalStateException if the call failed
     */
    public void call(Schedule schedule) throws InterruptedException {
        var event = schedule.event().getBytes(StandardCharsets.UTF_8);
        var outcome = functions.invoke(schedule.function(), event, PATIENCE);
        if (!(outcome instanceof InvocationOutcome.Answered)) {
            throw new IllegalStateException(schedule.scheduleName() + " " + outcome.summary());
        }
    }

    /** Reports a call that fails; the next call does its work. */
    private void callOnTime(Schedule schedule) {
        try {
            call(schedule);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            report.accept(failed.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
