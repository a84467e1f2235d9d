package io.orderloom.cdk;

import io.orderloom.topology.Alarm;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * One time series at CloudWatch.
 *
 * @param subject the label of what it measures, such as a queue's; empty where there is only one
 */
record Watched(String subject, String namespace, String name, Map<String, String> dimensions) {

    Watched {
        // Always in the same order, so that a template changes only when something did.
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
