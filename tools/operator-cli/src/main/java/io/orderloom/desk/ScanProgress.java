package io.orderloom.desk;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/** Tells a person who waits for a scan of a large table that it goes on. */
final class ScanProgress implements LongConsumer {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final PrintStream err;
    private Instant told;

    ScanProgress(InstantSource clock, PrintStream err) {
        this.clock = clock;
        this.err = err;
        this.told = clock.instant();
    }

    @Override
    public void accept(long items) {
        var now = clock.instant();
        if (Duration.between(told, now).compareTo(PATIENCE) >= 0) {
            told = now;
            err.printf("%d items of the table looked at, and more to come …%n", items);
        }
    }
}
