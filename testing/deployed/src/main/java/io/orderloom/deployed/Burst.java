package io.orderloom.deployed;

import java.time.Duration;

/** Ten orders a second for a minute, and an ERP that takes eight at most. */
final class Burst {
    static final Duration LASTS = Duration.ofMinutes(1);
    static final int A_SECOND = 10;
    static final int ORDERS = A_SECOND * (int) LASTS.toSeconds();

    /** Of the three slots that the stage under test is given, one is kept for what is urgent. */
    static final int POSTINGS = 2;

    static final Duration CALL = Duration.ofMillis(250);

    private Burst() {}
}
