package io.orderloom.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The measured cost of one call.
 *
 * @param of the benchmark's method
 * @param facts that the order had ingested
 * @param micros the average time of a call, in microseconds
 * @param error half of the 99.9 % confidence interval, in microseconds
 * @param bytes allocated by a call
 */
record CallCost(String of, int facts, double micros, double error, double bytes) {
    /**
     * The limit below which the cost counts as constant, in bytes per fact. A list of the facts
     * would take a reference of four bytes for each.
     */
    private static final double FLAT = 0.1;

    static String table(List<CallCost> costs) {
        var rows =
                costs.stream()
                        .map(c ->
                                String.format(
                                        Locale.ROOT,
                                        "| %s | %,d | %.2f ± %.2f | %,.0f |%n",
                                        c.of,
                                        c.facts,
                                        c.micros,
                                        c.error,
                                        c.bytes))
                        .collect(Collectors.joining());
        return """
        | call | facts ingested | µs a call | bytes a call |
        |---|---|---|---|
        """
                + rows;
    }

    /**
     * The additional bytes that a call allocates for each fact that the order has ingested before.
     */
    static double growth(List<CallCost> costs, String of) {
        var ours = costs.stream().filter(cost -> cost.of.equals(of)).toList();
        var shortest = ours.getFirst();
        var longest = ours.getLast();
        return (longest.bytes - shortest.bytes) / (longest.facts - shortest.facts);
    }

    static boolean flat(List<CallCost> costs, String of) {
        return growth(costs, of) < FLAT;
    }
}
