package io.orderloom.fanout;

import java.time.Duration;
import java.time.Instant;

/** Limits what an invocation may still begin, so that no call is under way when its time is up. */
record TimeLeft(Instant end) {
    /** Reserved for exceptions, for sending messages and for reporting the batch. */
    static final Duration RESERVE = Duration.ofSeconds(5);

    static TimeLeft of(Instant begun, Duration timeout) {
        return new TimeLeft(begun.plus(timeout).minus(RESERVE));
    }

    boolean allows(Duration call, Instant now) {
        return !now.plus(call).isAfter(end);
    }
}
