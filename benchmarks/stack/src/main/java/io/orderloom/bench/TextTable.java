package io.orderloom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for the terminal and for Markdown. Every row has as many cells as the head. */
public record TextTable(List<String> head, List<List<String>> rows) {

    public TextTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException("a row does not fit its head: " + row);
            }
        }
    }

    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add(line(head));
        lines.add("|" + "---|".repeat(head.size()));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    public List<String> text() {
        var lines = new ArrayList<String>();
        lines.add(aligned(head));
        rows.forEach(row -> lines.add(aligned(row)));
        return lines;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Aligns the first column to the left and numbers to the right. */
    private String aligned(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), width(i), i == 0))
                .collect(Collectors.joining("  ", "  ", ""));
    }

    private int width(int column) {
        return Math.max(
                head.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private static String padded(String text, int width, boolean left) {
        var padding = " ".repeat(width - text.length());
        return left ? text + padding : padding + text;
    }
}
