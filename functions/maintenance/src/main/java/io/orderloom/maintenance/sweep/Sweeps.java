package io.orderloom.maintenance.sweep;

import io.orderloom.kit.governor.AccountTroubles;
import io.orderloom.kit.order.WorkSweep;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The sweeps, run by schedule. */
@ApplicationScoped
public class Sweeps {
    private static final Logger LOG = Logger.getLogger(Sweeps.class);

    /**
     * Counted from the sweep's start. The function has thirty seconds, of which the sweep of due
     * work takes half and begins when these are over.
     */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration MEASURING = Duration.ofSeconds(9);

    private final WorkSweep settling;
    private final AccountTroubles accounts;
    private final OutageSweep outages;
    private final DueSweep due;
    private final WorkMeasures work;
    private final Metrics metrics;
    private final InstantSource clock;

    Sweeps(
            WorkSweep settling,
            AccountTroubles accounts,
            OutageSweep outages,
            DueSweep due,
            WorkMeasures work,
            Metrics metrics,
            InstantSource clock) {
        this.settling = settling;
        this.accounts = accounts;
        this.outages = outages;
        this.due = due;
        this.work = work;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if there never was a schedule of that label
     */
    public void run(String label) {
        if (Schedule.RETIRED.contains(label)) {
            LOG.infof(
                    "sweep: the schedule '%s' is of another version; delete it, or deploy again",
                    label);
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
                new MessageContext(
                        "sweep-%s-%s".formatted(label, now), Optional.of(now), Optional.empty());
        try (var _ = LogContext.of(trail)) {
            run(schedule);
        } finally {
            metrics.flush();
        }
    }

    private void sendAgain() {
        var found = due.run();
        LOG.infof("messages of %d overdue orders were sent again", found.orders());
        metrics.add(Metric.DUE_FOUND, found.counted());
        metrics.took(Metric.DUE_AGE, found.oldest());
        unreadable("index of what is due", found.unreadable());
    }

    private void settle(Instant until) {
        var swept =
                settling.run(until, kept -> accounts.settle(kept) || outages.settle(kept, until));
        LOG.infof(
                "%d exceptions are settled, %d settled tasks were still on the work list",
                swept.exceptions(), swept.tasks());
        if (!swept.ended()) {
            LOG.warn(
                    "the work list is longer than one sweep can read; the next sweep goes on from there");
        }
        unreadable("work list", swept.unreadable());
    }

    private void unreadable(String where, int items) {
        if (items > 0) {
            LOG.errorf("%d items of the %s can't be read; the lines above name them", items, where);
            metrics.failed();
        }
    }

    private void run(Schedule schedule) {
        switch (schedule) {
            case WORK -> {
                var begun = clock.instant();
                settle(begun.plus(SETTLING));
                boolean whole = work.measure(begun.plus(MEASURING));
                sendAgain();
                if (whole) {
                    metrics.add(Metric.SWEEPS, schedule.label(), 1);
                }
            }
        }
    }
}
