package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a state by polling for it. */
public final class Await {
    private static final long BETWEEN_QUESTIONS_MILLIS = 20;

    private Await() {}

    public static void until(Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        var deadline = Instant.now().plus(patience);
        var never = new CountDownLatch(1);
        while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) {
            assertThat(never.await(BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
