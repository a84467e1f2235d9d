package io.orderloom.desk;

import io.orderloom.core.Due;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.OrderStatus;
import io.orderloom.core.Uncovered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An order in the list of orders, without its state, which may be large. */
record OrderRow(
        String order, Instant changedAt, String total, OrderStatus status, String waitsFor) {
    static final Comparator<OrderRow> OLDEST_FIRST =
            Comparator.comparing(OrderRow::changedAt).thenComparing(OrderRow::order);

    private static final String NOTHING = "-";
    private static final String NONE = "none";
    private static final int MOST_WAITS = 3;

    static OrderRow of(OrderState state, Instant changedAt, OrderStatus status) {
        return switch (state) {
            case Awaited awaited ->
                    new OrderRow(
                            awaited.id().toString(),
                            changedAt,
                            NOTHING,
                            status,
                            "the order itself");
            case Placed placed ->
                    new OrderRow(
                            placed.id() + (placed.test() ? " (test)" : ""),
                            changedAt,
                            placed.total().transaction().toString(),
                            status,
                            waitsFor(placed));
        };
    }

    private static String waitsFor(Placed order) {
        var all =
                Stream.concat(
                                Due.of(order).stream().map(due -> due.task().label()),
                                Uncovered.of(order).stream()
                                        .map(wait ->
                                                "%s: %s".formatted(wait.path(), wait.forWhat())))
                        .distinct()
                        .toList();
        if (all.isEmpty()) {
            return NOTHING;
        }
        var shown = String.join("; ", all.subList(0, Math.min(all.size(), MOST_WAITS)));
        return all.size() > MOST_WAITS
                ? "%s; %d more".formatted(shown, all.size() - MOST_WAITS)
                : shown;
    }

    /** The rows under their heads. An axis on which no order has anything is left out. */
    static List<String> table(List<OrderRow> rows) {
        var axes =
                Stream.of(OrderAxis.values())
                        .filter(axis -> axis != OrderAxis.SUMMARY)
                        .filter(axis ->
                                rows.stream()
                                        .anyMatch(row -> !axis.word(row.status()).equals(NONE)))
                        .toList();
        var table = new ArrayList<List<String>>();
        table.add(
                cells(
                        "ORDER",
                        "CHANGED",
                        "TOTAL",
                        axes.stream().map(OrderAxis::name),
                        "WAITS FOR"));
        rows.forEach(row ->
                table.add(
                        cells(
                                row.order(),
                                row.changedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                                row.total(),
                                axes.stream().map(axis -> axis.word(row.status())),
                                row.waitsFor())));
        return Columns.aligned(table);
    }

    private static List<String> cells(
            String order, String changed, String total, Stream<String> axes, String waits) {
        return Stream.of(Stream.of(order, changed, total), axes, Stream.of(waits))
                .flatMap(cells -> cells)
                .toList();
    }
}
