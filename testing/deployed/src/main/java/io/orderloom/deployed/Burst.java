package io.orderloom.deployed;

import java.time.Duration;

/** Ten orders a second for a minute, at an ERP that takes eight a second at most. */
final class Burst {
    static final Duration LASTS = Duration.ofMinutes(1);
    static final int A_SECOND = 10;
    static final int ORDERS = A_SECOND * (int) LASTS.toSeconds();

    /**
     * The slots for posting: the stage under test has three slots, and one is reserved for urgent
     * tasks.
     */
    static final int POSTINGS = 2;

    static final Duration CALL = Duration.ofMillis(250);

    private Burst() {}
}
