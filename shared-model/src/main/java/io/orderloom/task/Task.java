package io.orderloom.task;

import java.time.Instant;

/**
 * How far an effect has come.
 *
 * <p>{@code token} grows with every claim: whoever holds an older one has lost the task and can
 * record nothing (a fencing token).
 */
public sealed interface Task {

    /** Attempts that ended badly. */
    int failures();

    long token();

    /** Nobody ever called. */
    record Untried() implements Task {
        @Override
        public int failures() {
            return 0;
        }

        @Override
        public long token() {
            return 0;
        }
    }

    /** Somebody is calling, or died while calling. */
    record Claimed(int failures, long token, Instant leaseUntil) implements Task {}

    /** The answer to a call was lost. */
    record InDoubt(int failures, long token, Instant settlesAt, String cause) implements Task {}

    /** The last call did nothing. */
    record Postponed(int failures, long token, Instant notBefore, String cause) implements Task {}
}
