package io.orderloom.normalize;

import io.orderloom.kit.governor.AccountTroubles;
import io.orderloom.kit.order.DueSweep;
import io.orderloom.kit.order.ExceptionSweep;
import io.orderloom.kit.order.TaskSweep;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.kit.telemetry.Trail;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What the clock asks for. */
@ApplicationScoped
class Sweeps {
    private static final Logger LOG = Logger.getLogger(Sweeps.class);

    private final ExceptionSweep exceptions;
    private final TaskSweep tasks;
    private final AccountTroubles accounts;
    private final DueSweep due;
    private final WorkMeasures work;
    private final Metrics metrics;
    private final InstantSource clock;

    Sweeps(
            ExceptionSweep exceptions,
            TaskSweep tasks,
            AccountTroubles accounts,
            DueSweep due,
            WorkMeasures work,
            Metrics metrics,
            InstantSource clock) {
        this.exceptions = exceptions;
        this.tasks = tasks;
        this.accounts = accounts;
        this.due = due;
        this.work = work;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if there never was a schedule of that label
     */
    void run(String label) {
        if (Schedule.RETIRED.contains(label)) {
            LOG.infof("sweep: the schedule '%s' is no more; delete it, or deploy anew", label);
            return;
        }
        var schedule =
                Stream.of(Schedule.values())
                        .filter(one -> one.label().equals(label))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "sweep: there is no schedule '%s'".formatted(label)));
        var now = clock.instant();
        var trail =
                new Trail("sweep-%s-%s".formatted(label, now), Optional.of(now), Optional.empty());
        try (var _ = LogContext.of(trail)) {
            run(schedule);
        } finally {
            metrics.flush();
        }
    }

    private void sendAgain() {
        var found = due.run();
        LOG.infof("signals of %d orders were sent again", found.orders());
        metrics.add(Metric.DUE_FOUND, found.orders());
        metrics.took(Metric.DUE_AGE, found.oldest());
    }

    private void run(Schedule schedule) {
        switch (schedule) {
            case WORK -> {
                LOG.infof("%d exceptions were settled by facts", exceptions.settle());
                LOG.infof("%d settled tasks were still on the work list", tasks.settle());
                LOG.infof("%d exceptions of accounts are over", accounts.settle());
                work.measure();
                sendAgain();
                metrics.add(Metric.SWEEPS, schedule.label(), 1);
            }
        }
    }
}
