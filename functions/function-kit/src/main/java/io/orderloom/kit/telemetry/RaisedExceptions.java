package io.orderloom.kit.telemetry;

import io.orderloom.kit.order.ExceptionCounter;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the exceptions that a function opens, among its other metrics. */
@ApplicationScoped
public class RaisedExceptions implements ExceptionCounter {
    private final Metrics metrics;

    RaisedExceptions(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void raised(String type) {
        metrics.add(Metric.EXCEPTIONS_RAISED, type, 1);
    }
}
