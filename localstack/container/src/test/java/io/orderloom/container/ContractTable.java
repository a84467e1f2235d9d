package io.orderloom.container;

import io.orderloom.container.Column.Test;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of emulators and tests, as text for people. */
record ContractTable(List<Column> columns) {

    private static Stream<Test> rows() {
        return Arrays.stream(Contract.values())
                .flatMap(contract ->
                        contract.tests().stream().map(name -> new Test(contract, name)));
    }

    /** Tells whether any outcome makes the run fail. */
    boolean anyFailed() {
        return count().getOrDefault(Outcome.FAILED, 0L) > 0;
    }

    String printed() {
        var lines =
                new StringBuilder(
                        line(
                                columns.stream().map(column -> column.emulator().label()),
                                "contract: test"));
        rows().forEach(row ->
                lines.append(
                        line(
                                columns.stream().map(column -> column.of(row).label()),
                                row.contract().label() + ": " + row.name().replace('_', ' '))));
        columns.stream()
                .filter(Column::run)
                .flatMap(column ->
                        Difference.ALL.stream().filter(one -> one.emulator() == column.emulator()))
                .map(one -> "differs: %s %s%n".formatted(one.emulator().label(), one.reason()))
                .forEach(lines::append);
        var counts =
                Arrays.stream(Outcome.values())
                        .map(outcome ->
                                "%s=%d"
                                        .formatted(
                                                outcome.label().replace(' ', '-'),
                                                count().getOrDefault(outcome, 0L)));
        return lines.append("contract: ")
                .append(counts.collect(Collectors.joining(" ")))
                .toString();
    }

    private static String line(Stream<String> cells, String test) {
        return cells.map("%-11s"::formatted).collect(Collectors.joining()) + test + "\n";
    }

    private Map<Outcome, Long> count() {
        return columns.stream()
                .flatMap(column -> rows().map(column::of))
                .collect(
                        Collectors.groupingBy(
                                outcome -> outcome,
                                () -> new EnumMap<>(Outcome.class),
                                Collectors.counting()));
    }
}
