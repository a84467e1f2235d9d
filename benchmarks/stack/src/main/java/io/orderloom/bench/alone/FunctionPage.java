package io.orderloom.bench.alone;

import io.orderloom.bench.TextTable;
import io.orderloom.embedded.Packaging;
import io.orderloom.topology.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Shows the median of all rounds, and how far they lie apart.
 *
 * @param rounds each with the same inputs in the same order
 * @param only the one function to show; empty for all
 * @param packages which functions ran as native executables
 */
record FunctionPage(List<List<FunctionTime>> rounds, Optional<Function> only, Packaging packages) {
    private static final List<String> HEAD =
            List.of(
                    "function",
                    "kind",
                    "input",
                    "invocations",
                    "CPU an invocation, µs",
                    "spread, %",
                    "CPU an order, µs",
                    "wall an invocation, µs");

    FunctionPage {
        rounds = rounds.stream().map(List::copyOf).toList();
    }

    List<String> lines() {
        return table().text();
    }

    String markdown(String machine) {
        return """
        ### One function alone

        `make bench-function`: one process of a function, one event at a time, the very messages that the function before it sent. CPU is the
        process's own, user and system, without queues, table, ERP and subscriber. Medians of %d rounds; the spread is between the highest and the lowest.

        %s

        %s\
        """
                .formatted(rounds.size(), machine, table().markdown());
    }

    private TextTable table() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < rounds.getFirst().size(); i++) {
            int row = i;
            var values = rounds.stream().map(round -> round.get(row)).toList();
            if (only.isEmpty() || only.get() == values.getFirst().function()) {
                rows.add(row(values));
            }
        }
        return new TextTable(HEAD, rows);
    }

    private List<String> row(List<FunctionTime> values) {
        var first = values.getFirst();
        return List.of(
                first.function().label(),
                packages.natives().contains(first.function()) ? "native" : "JVM",
                first.input(),
                Integer.toString(values.stream().mapToInt(FunctionTime::invocations).sum()),
                rounded(median(values, FunctionTime::cpuMicrosPerInvocation)),
                rounded(spreadPercent(values)),
                rounded(median(values, FunctionTime::cpuMicrosPerOrder)),
                rounded(median(values, FunctionTime::wallMicrosPerInvocation)));
    }

    private static double median(List<FunctionTime> values, ToDoubleFunction<FunctionTime> of) {
        var sorted = values.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : IntStream.of(middle - 1, middle).mapToDouble(i -> sorted[i]).average().orElse(0);
    }

    private static double spreadPercent(List<FunctionTime> values) {
        var all =
                values.stream()
                        .mapToDouble(FunctionTime::cpuMicrosPerInvocation)
                        .summaryStatistics();
        return 100
                * (all.getMax() - all.getMin())
                / median(values, FunctionTime::cpuMicrosPerInvocation);
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
