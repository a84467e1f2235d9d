package io.orderloom.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligns the cells of a table that is read on a screen. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /**
     * @param rows each with as many cells as the first
     */
    static List<String> aligned(List<List<String>> rows) {
        var widths =
                IntStream.range(0, rows.getFirst().size())
                        .mapToObj(column ->
                                rows.stream()
                                        .mapToInt(row -> row.get(column).length())
                                        .max()
                                        .orElse(0))
                        .toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
