package io.orderloom.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows progress to a person: one line that changes on a terminal, or a few lines elsewhere. */
final class ProgressLine {
    static final Duration INTERVAL = Duration.ofMillis(500);

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private long last = System.nanoTime();

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void line(String text) {
        out.println((terminal ? CLEAR : "") + text);
        out.flush();
    }

    void show(String name, Passages.Progress progress) {
        if (!terminal || System.nanoTime() - last < INTERVAL.toNanos()) {
            return;
        }
        last = System.nanoTime();
        out.print(
                CLEAR
                        + "%s  sent %d, told %d, under way %d"
                                .formatted(
                                        name, progress.sent(), progress.over(), progress.open()));
        out.flush();
    }

    void done(String name, Phase phase) {
        line(
                String.format(
                        Locale.ROOT,
                        "%-22s %6.1f orders/s offered, %6.1f done; accepted p99 %5.0f ms, told p99"
                                + " %6.0f ms; CPU an order %5.2f ms ours, %5.2f ms stack%s",
                        name,
                        phase.schedule().ordersPerSecond(),
                        phase.ordersPerSecond(),
                        phase.acceptance().getValueAtPercentile(99) / 1e6,
                        phase.endToEnd().getValueAtPercentile(99) / 1e6,
                        phase.functionsCpu(),
                        phase.stackCpu(),
                        phase.audit().holds() ? "" : "  VOID " + phase.audit()));
    }
}
