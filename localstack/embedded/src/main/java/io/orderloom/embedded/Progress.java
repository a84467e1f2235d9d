package io.orderloom.embedded;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints one line for each step, with the time since the start. */
final class Progress {
    private final long start = System.nanoTime();
    private final Consumer<String> lines;

    Progress(Consumer<String> lines) {
        this.lines = lines;
    }

    void step(String what) {
        var elapsed = Duration.ofNanos(System.nanoTime() - start);
        lines.accept(String.format(Locale.ROOT, "%6.1f s  %s", elapsed.toMillis() / 1000.0, what));
    }
}
