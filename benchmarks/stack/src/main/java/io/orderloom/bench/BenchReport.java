package io.orderloom.bench;

import io.orderloom.embedded.meter.Count;
import io.orderloom.embedded.meter.Metering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The figures in words and tables, next to the project's targets. */
final class BenchReport {
    private static final double MEGABYTE = 1_000_000;

    private final Figures figures;
    private final MachineProperties machine;

    BenchReport(Figures figures, MachineProperties machine) {
        this.figures = figures;
        this.machine = machine;
    }

    String markdown() {
        var text = new StringBuilder();
        text.append(heading()).append("\n\n");
        text.append(summary().markdown()).append('\n');
        text.append(byFunction().markdown()).append('\n');
        figures.alone().ifPresent(_ -> text.append(byRequest().markdown()));
        return text.toString();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(heading());
        lines.add("");
        lines.addAll(summary().text());
        lines.add("");
        lines.addAll(byFunction().text());
        lines.add("");
        figures.alone().ifPresent(_ -> lines.addAll(byRequest().text()));
        return lines;
    }

    private String heading() {
        return "Functions: %s. %s".formatted(figures.kind(), machine.inWords());
    }

    private TextTable summary() {
        var load = figures.load();
        var rows = new ArrayList<List<String>>();
        rows.add(
                row(
                        "orders/s sustained, webhook → ERP document → told",
                        one(load.ordersPerSecond()),
                        aim(load.ordersPerSecond() >= Aims.ORDERS_PER_SECOND, "≥ 95")));
        rows.add(row("acceptance p50 / p99, ms", percentiles(load.acceptance()), ""));
        rows.add(row("end to end p50 / p99, ms", percentiles(load.endToEnd()), ""));
        rows.add(
                row(
                        "CPU an order, our functions, ms",
                        two(load.functionsCpu()),
                        aim(load.functionsCpu() <= Aims.CPU_MILLIS, "≤ 3.5")));
        rows.add(row("CPU an order, emulators and sender, ms", two(load.stackCpu()), ""));
        rows.add(
                row(
                        "cap of this machine, orders/s, all cores busy",
                        one(cap(load.functionsCpu() + load.stackCpu())),
                        ""));
        rows.add(
                row(
                        "the same if the functions had it to themselves",
                        one(cap(load.functionsCpu())),
                        ""));
        var peak =
                figures.functions().stream().mapToLong(load::peakBytes).max().orElse(0) / MEGABYTE;
        rows.add(row("peak memory of a function, MB", one(peak), aim(peak <= Aims.MEMORY, "≤ 60")));
        figures.alone().ifPresent(phase -> rows.addAll(cost("each alone", phase, Aims.ALONE)));
        figures.full().ifPresent(phase -> rows.addAll(cost("full batches", phase, Aims.FULL)));
        rows.add(row("acknowledged orders", figures.audit().toString(), "none lost or doubled"));
        return new TextTable(List.of("", "measured", "aim"), rows);
    }

    private static List<List<String>> cost(String shape, Phase phase, int requestAim) {
        var all = phase.counted(BenchReport::brought);
        var requests = phase.perOrder(all.requests());
        var units = phase.perOrder(all.writeUnits());
        return List.of(
                row(
                        shape + ": CPU an order, our functions, ms",
                        two(phase.functionsCpu()),
                        aim(phase.functionsCpu() <= Aims.CPU_MILLIS, "≤ 3.5")),
                row(
                        shape + ": requests an order",
                        one(requests),
                        aim(requests <= requestAim, "≤ " + requestAim)),
                row(
                        shape + ": write units an order",
                        one(units),
                        aim(units <= Aims.WRITE_UNITS, "≤ 16")),
                row(shape + ": read units an order", one(phase.perOrder(all.readUnits())), ""),
                row(
                        shape + ": bytes an order, sent / received",
                        "%.0f / %.0f"
                                .formatted(
                                        phase.perOrder(all.bytesOut()),
                                        phase.perOrder(all.bytesIn())),
                        ""));
    }

    private TextTable byFunction() {
        var head = new ArrayList<>(List.of("function", "kind", "peak MB"));
        phases().forEach(named -> head.add("CPU ms, " + named.name()));
        phases().forEach(named -> head.add("batch, " + named.name()));
        var rows = new ArrayList<List<String>>();
        for (var function : figures.functions()) {
            var row =
                    new ArrayList<>(
                            List.of(
                                    function.label(),
                                    figures.kinds().getOrDefault(function, ""),
                                    one(figures.load().peakBytes(function) / MEGABYTE)));
            phases().forEach(named -> row.add(two(named.phase().cpu(function))));
            phases().forEach(named -> row.add(one(named.phase().batch(function))));
            rows.add(row);
        }
        return new TextTable(head, rows);
    }

    private TextTable byRequest() {
        var shapes = phases().skip(1).toList();
        var keys = new TreeSet<Metering.Key>();
        shapes.forEach(named -> keys.addAll(named.phase().used().requests().keySet()));
        var head = new ArrayList<>(List.of("caller", "request"));
        shapes.forEach(named -> {
            head.add("an order, " + named.name());
            head.add("write units, " + named.name());
            head.add("read units, " + named.name());
        });
        var rows = new ArrayList<List<String>>();
        for (var key : keys) {
            var row = new ArrayList<>(List.of(key.caller(), key.service() + " " + key.action()));
            for (var named : shapes) {
                Count count = named.phase().counted(key::equals);
                row.add(two(named.phase().perOrder(count.requests())));
                row.add(two(named.phase().perOrder(count.writeUnits())));
                row.add(two(named.phase().perOrder(count.readUnits())));
            }
            rows.add(row);
        }
        rows.sort(Comparator.comparing(List::getFirst));
        return new TextTable(head, rows);
    }

    private record Named(String name, Phase phase) {}

    private Stream<Named> phases() {
        return Stream.of(
                        Optional.of(new Named("sustained", figures.load())),
                        figures.alone().map(phase -> new Named("alone", phase)),
                        figures.full().map(phase -> new Named("full", phase)))
                .flatMap(Optional::stream);
    }

    private static boolean brought(Metering.Key key) {
        return !key.action().equals(Metering.EMPTY_RECEIVE);
    }

    private double cap(double millisAnOrder) {
        return machine.cores() * 1000 / millisAnOrder;
    }

    private static String percentiles(org.HdrHistogram.Histogram latency) {
        return "%s / %s"
                .formatted(
                        one(latency.getValueAtPercentile(50) / 1e6),
                        one(latency.getValueAtPercentile(99) / 1e6));
    }

    private static String aim(boolean met, String aim) {
        return aim + (met ? ", met" : ", missed");
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** The targets of the project. */
    private static final class Aims {
        static final double ORDERS_PER_SECOND = 95;
        static final double CPU_MILLIS = 3.5;
        static final double MEMORY = 60;
        static final int ALONE = 16;
        static final int FULL = 10;
        static final double WRITE_UNITS = 16;
    }
}
