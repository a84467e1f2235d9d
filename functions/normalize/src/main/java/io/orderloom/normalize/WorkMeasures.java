package io.orderloom.normalize;

import io.orderloom.core.OrderException;
import io.orderloom.kit.order.OpenWork;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.money.Amount;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Measures what is open, since when, and what money hangs on it. */
@ApplicationScoped
class WorkMeasures {
    private static final Logger LOG = Logger.getLogger(WorkMeasures.class);

    private final OpenWork work;
    private final Metrics metrics;
    private final InstantSource clock;
    private final List<String> currencies;

    /**
     * @param currencies ISO 4217 codes of which a zero is said as well
     */
    WorkMeasures(
            OpenWork work,
            Metrics metrics,
            InstantSource clock,
            @ConfigProperty(name = "orderloom.currencies") Optional<List<String>> currencies) {
        this.work = work;
        this.metrics = metrics;
        this.clock = clock;
        this.currencies = currencies.orElseGet(List::of);
    }

    void measure() {
        var exceptions = work.exceptions();
        var refunds = work.refunds();
        metrics.add(Metric.OPEN_EXCEPTIONS, exceptions.size());
        metrics.took(Metric.EXCEPTION_AGE, age(exceptions, clock.instant()));
        money(
                Metric.MONEY_AT_RISK,
                exceptions.stream().flatMap(e -> e.moneyAtRisk().stream()).toList());
        metrics.add(Metric.REFUND_BACKLOG, refunds.size());
        money(Metric.REFUND_BACKLOG_MONEY, refunds);
        LOG.infof("%d exceptions are open, %d refunds wait", exceptions.size(), refunds.size());
    }

    private void money(Metric metric, Collection<Amount> amounts) {
        sums(amounts, currencies).forEach((currency, sum) -> metrics.add(metric, currency, sum));
    }

    /** Of the oldest; none if there is none. */
    static Duration age(List<OrderException> open, Instant now) {
        return open.stream()
                .map(OrderException::raisedAt)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
    }

    /**
     * In the shops' books, by currency, in its minor unit.
     *
     * @param currencies that are there in any case
     */
    static Map<String, Long> sums(Collection<Amount> amounts, Collection<String> currencies) {
        var sums = new TreeMap<String, Long>();
        currencies.forEach(currency -> sums.put(currency, 0L));
        amounts.stream()
                .map(Amount::settlement)
                .forEach(money ->
                        sums.merge(money.currency().code(), money.minorUnits(), Math::addExact));
        return sums;
    }
}
