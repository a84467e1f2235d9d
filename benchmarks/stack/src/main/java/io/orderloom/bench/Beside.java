package io.orderloom.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Compares how fast a healthy subscriber is notified of a backlog with and without another
 * subscriber that hangs.
 *
 * @param inVain calls at the one that hangs
 */
record Beside(Phase without, Phase with, int inVain) {
    static final RateSchedule BACKLOG = new RateSchedule(125, 250);

    /** The time from the release of the backlog until the healthy subscriber got the last event. */
    static Duration told(Phase phase) {
        var begin =
                phase.passages().stream().mapToLong(Passage::due).min().orElse(0)
                        + phase.schedule().length().toNanos();
        var last =
                phase.passages().stream()
                        .flatMapToLong(passage -> passage.postedTold().stream())
                        .max()
                        .orElse(Long.MAX_VALUE);
        return Duration.ofNanos(last - begin);
    }

    double ratio() {
        return (double) told(with).toNanos() / told(without).toNanos();
    }

    BenchAudit audit() {
        return without.audit().plus(with.audit());
    }

    boolean counts() {
        return without.audit().holds() && with.audit().holds();
    }

    /** The name of the section in the document. */
    static String section(String kind) {
        return "hanging subscriber, " + kind;
    }

    String markdown(String kind, MachineProperties machine) {
        return "Functions: %s. %s\n\n%s".formatted(kind, machine.inWords(), table().markdown());
    }

    TextTable table() {
        return new TextTable(
                List.of("%d orders".formatted(BACKLOG.orders()), "measured"),
                List.of(
                        List.of("told to a healthy subscriber after, s", one(without)),
                        List.of("the same with a hanging one beside it, s", one(with)),
                        List.of("ratio", String.format(Locale.ROOT, "%.2f", ratio())),
                        List.of("calls of the hanging one", Integer.toString(inVain)),
                        List.of("acknowledged orders", audit().toString())));
    }

    private static String one(Phase phase) {
        return String.format(Locale.ROOT, "%.1f", told(phase).toNanos() / 1e9);
    }
}
