package io.orderloom.kit.telemetry;

import io.orderloom.kit.order.ExceptionCounter;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the exceptions that a function opens, among its other metrics. */
@ApplicationScoped
public class ExceptionMetrics implements ExceptionCounter {
    private final Metrics metrics;

    ExceptionMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void raised(String type) {
        metrics.add(Metric.EXCEPTIONS_RAISED, type, 1);
    }
}
