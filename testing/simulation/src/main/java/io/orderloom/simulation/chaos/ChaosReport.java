package io.orderloom.simulation.chaos;

import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.oracle.Cause;
import io.orderloom.simulation.world.Circumstance;
import io.orderloom.simulation.world.CrashPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the results of the schedules: first every cell, then the sums along each dimension. */
record ChaosReport(ScheduleTally tally) {
    private static final String COUNTS = "%-24s %9s %8s %8s %8s %7s %6s %8s %6s %8s %8s%n";
    private static final String CIRCUMSTANCES = "%-31s %9s %8s %8s %6s %8s %6s %8s %8s%n";
    private static final String PARKED = "%-44s %8s %10s%n";
    private static final int MOST_FAILED = 10;
    private static final int MOST_FINDINGS = 6;

    String text() {
        return Stream.of(
                        Arrays.stream(ErpBehaviour.values()).map(this::matrix),
                        Stream.of(sums(), circumstances(), parked(), failed()))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    /** Schedules by crash point and fault, at an ERP of this behaviour. */
    private String matrix(ErpBehaviour behaviour) {
        var text = new StringBuilder();
        text.append("ERP: ").append(behaviour.label()).append(" (schedules run; !n: wrong)\n");
        text.append(" ".repeat(20));
        for (var fault : ErpFault.values()) {
            text.append("%9s".formatted(fault.brief()));
        }
        for (var crash : CrashPoint.all()) {
            text.append("\n%-20s".formatted(crash));
            for (var fault : ErpFault.values()) {
                var counts = tally.of(new Cell(crash, behaviour, fault));
                text.append(
                        "%9s"
                                .formatted(
                                        counts.wrong() == 0
                                                ? Long.toString(counts.schedules())
                                                : counts.schedules() + "!" + counts.wrong()));
            }
        }
        return text.append('\n').toString();
    }

    private String sums() {
        var text = new StringBuilder(head("processes die"));
        for (var crash : CrashPoint.all()) {
            text.append(row(crash.toString(), tally.of(cell -> cell.crash().equals(crash))));
        }
        text.append('\n').append(head("ERP"));
        for (var behaviour : ErpBehaviour.values()) {
            text.append(row(behaviour.label(), tally.of(cell -> cell.behaviour() == behaviour)));
        }
        text.append('\n').append(head("fault"));
        for (var fault : ErpFault.values()) {
            text.append(row(fault.label(), tally.of(cell -> cell.fault() == fault)));
        }
        text.append('\n').append(head(""));
        text.append(row("storms", tally.storms()));
        text.append(row("all", tally.all()));
        return text.toString();
    }

    private static String head(String what) {
        return COUNTS.formatted(
                what,
                "schedules",
                "orders",
                "crashes",
                "faults",
                "parked",
                "lost",
                "doubled",
                "money",
                "crowded",
                "unnamed");
    }

    private static String row(String what, Counts counts) {
        return COUNTS.formatted(
                what,
                counts.schedules(),
                counts.orders(),
                counts.crashes(),
                counts.faults(),
                counts.parked(),
                counts.lost(),
                counts.doubled(),
                counts.money(),
                counts.crowded(),
                counts.unnamed());
    }

    private String circumstances() {
        var text =
                new StringBuilder(
                        CIRCUMSTANCES.formatted(
                                "circumstance",
                                "schedules",
                                "orders",
                                "met",
                                "lost",
                                "doubled",
                                "money",
                                "crowded",
                                "unnamed"));
        for (var one : Circumstance.values()) {
            var met = tally.of(one);
            var counts = met.counts();
            text.append(
                    CIRCUMSTANCES.formatted(
                            one.label(),
                            counts.schedules() == 0 ? "off" : counts.schedules(),
                            counts.orders(),
                            met.times(),
                            counts.lost(),
                            counts.doubled(),
                            counts.money(),
                            counts.crowded(),
                            counts.unnamed()));
        }
        return text.toString();
    }

    private String parked() {
        var text = new StringBuilder(PARKED.formatted("parked, by cause", "parked", "drawn for"));
        for (var cause : Cause.values()) {
            text.append(
                    PARKED.formatted(
                            cause.label(),
                            tally.parked().getOrDefault(cause, 0),
                            tally.drawn().getOrDefault(cause, 0)));
        }
        return text.toString();
    }

    private String failed() {
        return tally.failed().stream()
                .limit(MOST_FAILED)
                .map(outcome ->
                        "%s%n%s  SEED=%d make chaos%n"
                                .formatted(
                                        outcome.schedule(),
                                        findings(outcome.findings().all()),
                                        outcome.schedule().seed()))
                .collect(Collectors.joining());
    }

    static String findings(List<?> findings) {
        return findings.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> "  " + finding + "\n")
                .collect(Collectors.joining());
    }

    /** The last line, which sums everything up. */
    String verdict() {
        var all = tally.all();
        return "chaos: schedules=%d lost=%d doubled=%d money_broken=%d unnamed=%d"
                .formatted(tally.distinct(), all.lost(), all.doubled(), all.money(), all.unnamed());
    }

    /** Every cell as a line of CSV, for further analysis. */
    List<String> csv() {
        var cells =
                CrashPoint.all().stream()
                        .flatMap(crash ->
                                Arrays.stream(ErpBehaviour.values())
                                        .flatMap(behaviour ->
                                                Arrays.stream(ErpFault.values())
                                                        .map(fault ->
                                                                line(
                                                                        new Cell(
                                                                                crash, behaviour,
                                                                                fault)))));
        return Stream.concat(
                        Stream.of(
                                "boundary,erp,fault,schedules,orders,crashes,faults,parked,lost,"
                                        + "doubled,money_broken,crowded,unnamed"),
                        cells)
                .toList();
    }

    private String line(Cell cell) {
        var counts = tally.of(cell);
        return String.format(
                Locale.ROOT,
                "%s,\"%s\",%s,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d",
                cell.crash(),
                cell.behaviour().label(),
                cell.fault().label(),
                counts.schedules(),
                counts.orders(),
                counts.crashes(),
                counts.faults(),
                counts.parked(),
                counts.lost(),
                counts.doubled(),
                counts.money(),
                counts.crowded(),
                counts.unnamed());
    }
}
