package io.orderloom.deployed;

import java.time.Duration;

/** Ten orders a second for a minute, at an ERP that takes eight a second of one process. */
final class Burst {
    static final Duration LASTS = Duration.ofMinutes(1);
    static final int A_SECOND = 10;
    static final int ORDERS = A_SECOND * (int) LASTS.toSeconds();
    static final Duration CALL = Duration.ofMillis(250);

    /**
     * The slots for posting: the stage under test has five slots, and one is reserved for urgent
     * tasks.
     */
    static final int LIMIT = 4;

    /**
     * The share of one process of the two that the topology has. The emulator gives the messages of
     * an ordered queue to one process at a time.
     */
    static final int SHARE = 2;

    private Burst() {}

    /**
     * Whether a process had its whole share at once, and all together never more than the limit.
     */
    static boolean kept(int mostAtOnce) {
        return SHARE <= mostAtOnce && mostAtOnce <= LIMIT;
    }
}
