package io.orderloom.figures;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Percentiles and medians. */
final class Statistics {
    private Statistics() {}

    static double median(List<Duration> durations) {
        return percentile(durations, 50);
    }

    /** The percentile by the nearest-rank method, in milliseconds. */
    static double percentile(List<Duration> durations, int percent) {
        var sorted = durations.stream().sorted().toList();
        int rank = Math.max(1, Math.ceilDiv(sorted.size() * percent, 100));
        return sorted.get(rank - 1).toNanos() / 1e6;
    }

    /** The middle one of an odd number of values, else the lower of the two. */
    static double median(Collection<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }
}
