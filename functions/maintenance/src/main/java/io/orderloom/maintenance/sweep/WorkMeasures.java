package io.orderloom.maintenance.sweep;

import io.orderloom.kit.order.OpenWork;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** Measures the open work: how much there is, how old it is, and how much money is at risk. */
@ApplicationScoped
class WorkMeasures {
    private static final Logger LOG = Logger.getLogger(WorkMeasures.class);

    private final OpenWork work;
    private final Metrics metrics;
    private final InstantSource clock;
    private final List<String> currencies;

    WorkMeasures(OpenWork work, Metrics metrics, InstantSource clock, SweepSettings settings) {
        this.work = work;
        this.metrics = metrics;
        this.clock = clock;
        this.currencies = settings.currencies().orElseGet(List::of);
    }

    /**
     * Measures until the time is up. Work that was not reached is not counted, so the values are
     * lower bounds.
     *
     * @return whether it came to the end, even if some items could not be read
     */
    boolean measure(Instant until) {
        var exceptions = new OpenTotals(currencies);
        var refunds = new OpenTotals(currencies);
        var seen = work.exceptions(until, exceptions::add);
        var owed = work.refunds(until, refunds::add);
        metrics.add(Metric.OPEN_EXCEPTIONS, exceptions.count());
        metrics.took(Metric.EXCEPTION_AGE, exceptions.age(clock.instant()));
        money(Metric.MONEY_AT_RISK, exceptions);
        metrics.add(Metric.REFUND_BACKLOG, refunds.count());
        money(Metric.REFUND_BACKLOG_MONEY, refunds);
        boolean whole = seen.whole() && owed.whole() && seen.unreadable() + owed.unreadable() == 0;
        if (whole) {
            LOG.infof(
                    "%d exceptions are open, %d refunds wait", exceptions.count(), refunds.count());
        } else {
            LOG.warnf(
                    "at least %d exceptions are open, at least %d refunds wait: the measures cover a part only, %d items are unreadable",
                    exceptions.count(), refunds.count(), seen.unreadable() + owed.unreadable());
        }
        return seen.whole() && owed.whole();
    }

    private void money(Metric metric, OpenTotals totals) {
        totals.sums().forEach((currency, sum) -> metrics.add(metric, currency, sum));
    }
}
