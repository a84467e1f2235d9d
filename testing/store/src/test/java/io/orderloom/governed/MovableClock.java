package io.orderloom.governed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of all instances of a test. */
final class MovableClock implements InstantSource {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));

    @Override
    public Instant instant() {
        return now.updateAndGet(instant -> instant.plusNanos(1));
    }

    void move(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
