package io.orderloom.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures the order core and writes the page; fails if the cost of a decision grows with the
 * order's history.
 */
public final class CoreBench {
    private CoreBench() {}

    /**
     * @param arguments the project's root
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        var options =
                new OptionsBuilder()
                        .include(PlaceBenchmark.class.getName())
                        .include(DecideBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        // Without escape analysis the bytes are those that the code requests, the
                        // same in each run, and don't depend on what the compiler happens to keep
                        // off the heap.
                        .jvmArgs(
                                "-XX:-DoEscapeAnalysis", "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m")
                        .build();
        var costs = costs(new Runner(options).run());
        GeneratedSection.write(
                Path.of(arguments[0], "docs", "benchmarks-core.md"),
                "Measured on %d processors, JDK %s.%n%n%s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                CallCost.table(costs)));
        boolean flat = CallCost.flat(costs, "decide") && CallCost.flat(costs, "evolve");
        var longest = costs.stream().filter(c -> c.of().equals("decide")).toList().getLast();
        System.out.printf(
                Locale.ROOT,
                "bench-core: decide_us=%.2f decide_bytes=%.0f facts=%d bytes_more_a_fact=%.3f flat=%s%n",
                longest.micros(),
                longest.bytes(),
                longest.facts(),
                CallCost.growth(costs, "decide"),
                flat);
        if (!flat) {
            System.exit(1);
        }
    }

    private static List<CallCost> costs(Collection<RunResult> results) {
        return results.stream()
                .map(CoreBench::cost)
                .sorted(Comparator.comparing(CallCost::of).thenComparingInt(CallCost::facts))
                .toList();
    }

    private static CallCost cost(RunResult result) {
        var time = result.getPrimaryResult();
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated == null) {
            throw new IllegalStateException("the gc profiler reported no allocation");
        }
        return new CallCost(
                time.getLabel(),
                Integer.parseInt(
                        Optional.ofNullable(result.getParams().getParam("facts")).orElse("0")),
                time.getScore(),
                time.getScoreError(),
                allocated.getScore());
    }
}
