package io.orderloom.kit.telemetry;

import io.orderloom.kit.secret.SecretWatch;
import io.orderloom.kit.setting.CommonSettings;
import io.orderloom.order.Tenancy;
import io.orderloom.topology.Dimension;
import io.orderloom.topology.Function;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The values that an invocation measures. They are written at its end, on as few lines as can hold
 * them, because log bytes cost money.
 */
@ApplicationScoped
public class Metrics {
    /** As often as secrets are read. */
    private static final Duration BETWEEN_SECRETS = Duration.ofMinutes(5);

    private final Function function;
    private final String stage;
    private final SecretWatch secrets;
    private final InstantSource clock;
    private final Queue<Value> measured = new ConcurrentLinkedQueue<>();
    private Instant nextSecrets = Instant.MIN;

    public Metrics(CommonSettings settings, SecretWatch secrets, InstantSource clock) {
        this.function = settings.function();
        this.stage = settings.stage();
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Value(
            Metric metric, Map<String, String> dimensions, Optional<String> tenant, long value) {
        Group group() {
            return new Group(dimensions, tenant);
        }
    }

    /** Values that one line can hold. */
    private record Group(Map<String, String> dimensions, Optional<String> tenant) {}

    /** Adds one to a metric that counts. */
    public void count(Metric metric) {
        add(metric, 1);
    }

    /** Adds a duration, in the metric's own unit. */
    public void took(Metric metric, Duration duration) {
        add(
                metric,
                switch (metric.unit()) {
                    case MILLISECONDS -> duration.toMillis();
                    case SECONDS -> duration.toSeconds();
                    case COUNT, MINOR_UNITS ->
                            throw new IllegalArgumentException(metric + " is no duration");
                });
    }

    /** Counts a message or request of this function that failed for an unexpected reason. */
    public void failed() {
        add(Metric.FAILURES, function.label(), 1);
    }

    /**
     * @throws IllegalArgumentException if the metric has a dimension of its own, or is not one that
     *     this function writes
     */
    public void add(Metric metric, long value) {
        if (metric.dimension().isPresent()) {
            throw new IllegalArgumentException(metric + " has a dimension of its own");
        }
        measured.add(new Value(written(metric), Map.of(), Optional.empty(), value));
    }

    /**
     * @param dimension the value of the metric's own dimension
     * @throws IllegalArgumentException if the metric has no dimension of its own, or is not one
     *     that this function writes
     */
    public void add(Metric metric, String dimension, long value) {
        add(metric, dimension, value, Tenancy.NONE);
    }

    /**
     * @param whose its tenant stands beside the value, and is no dimension, which would cost
     */
    public void add(Metric metric, String dimension, long value, Tenancy whose) {
        var name =
                metric.dimension()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        metric + " has no dimension of its own"))
                        .label();
        measured.add(new Value(written(metric), Map.of(name, dimension), whose.tenant(), value));
    }

    /** Writes the values that were measured since the last time. */
    public void flush() {
        lines().forEach(System.out::println);
    }

    private void secrets(Instant now) {
        if (!now.isBefore(nextSecrets)) {
            nextSecrets = now.plus(BETWEEN_SECRETS);
            secrets.flawed()
                    .forEach(secret -> add(Metric.SETTINGS_OUT_OF_FORCE, secret.label(), 1));
            secrets.ages()
                    .forEach((secret, age) ->
                            add(Metric.SECRET_AGE, secret.label(), age.toSeconds()));
        }
    }

    /** The lines that {@link #flush} writes; each is returned once. */
    public synchronized List<String> lines() {
        var now = clock.instant();
        secrets(now);
        var byDimensions = new LinkedHashMap<Group, Map<Metric, List<Long>>>();
        for (var value = measured.poll(); value != null; value = measured.poll()) {
            byDimensions
                    .computeIfAbsent(value.group(), _ -> new EnumMap<>(Metric.class))
                    .computeIfAbsent(value.metric(), _ -> new ArrayList<>())
                    .add(value.value());
        }
        var lines = new ArrayList<MetricLine>();
        byDimensions.forEach((group, values) -> {
            var all = new MetricLine.Group(staged(group.dimensions()), group.tenant(), values);
            if (lines.stream().noneMatch(line -> line.add(all))) {
                lines.add(new MetricLine(now, all));
            }
        });
        return lines.stream().map(MetricLine::json).toList();
    }

    private Map<String, String> staged(Map<String, String> own) {
        var all = new LinkedHashMap<String, String>();
        all.put(Dimension.STAGE, stage);
        all.putAll(own);
        return all;
    }

    private Metric written(Metric metric) {
        if (!metric.emitters().contains(function)) {
            throw new IllegalArgumentException(
                    "%s is not for %s to write".formatted(metric, function.label()));
        }
        return metric;
    }
}
