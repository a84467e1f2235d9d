package io.orderloom.cdk;

import io.orderloom.topology.Alarm;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * One time series at CloudWatch.
 *
 * @param subject what it is about, for example a queue's label; empty where there is only one
 */
record Watched(String subject, String namespace, String name, Map<String, String> dimensions) {

    Watched {
        // In one order always, so that a template changes only when something did.
        dimensions = new TreeMap<>(dimensions);
    }

    Metric metric(Alarm.Rule rule) {
        return metric(rule.statistic(), rule.period());
    }

    Metric metric(String statistic, java.time.Duration period) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.seconds(period.toSeconds()))
                .label(subject.isEmpty() ? name : subject)
                .build();
    }
}
