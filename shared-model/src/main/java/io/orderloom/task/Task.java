package io.orderloom.task;

import java.time.Instant;
import java.util.Optional;

/**
 * The progress of an effect on another system.
 *
 * <p>{@code token} grows with every claim: a process with an older token has lost the task and can
 * record nothing (a fencing token).
 */
public sealed interface Task {

    /** The number of attempts that failed. */
    int failures();

    long token();

    /**
     * The reason why the last attempt, or an earlier one, may have reached the other side; empty if
     * none can have. Later attempts do not clear it, because they tell nothing about the earlier
     * one.
     */
    Optional<String> doubt();

    /** No call was ever made. */
    record Untried() implements Task {
        @Override
        public int failures() {
            return 0;
        }

        @Override
        public long token() {
            return 0;
        }

        @Override
        public Optional<String> doubt() {
            return Optional.empty();
        }
    }

    /**
     * A process is calling, or died while calling.
     *
     * @param waitingSince since when the other side has been working on it; empty if it is not
     */
    record Claimed(
            int failures,
            long token,
            Instant leaseUntil,
            Optional<String> doubt,
            Optional<Instant> waitingSince)
            implements Task {

        public Claimed(int failures, long token, Instant leaseUntil) {
            this(failures, token, leaseUntil, Optional.empty(), Optional.empty());
        }
    }

    /** The answer to a call was lost. */
    record InDoubt(int failures, long token, Instant settlesAt, String cause) implements Task {
        @Override
        public Optional<String> doubt() {
            return Optional.of(cause);
        }
    }

    /**
     * The last call had no effect.
     *
     * @param waitingSince since when the other side has been working on it; empty if it is not
     */
    record Postponed(
            int failures,
            long token,
            Instant notBefore,
            String cause,
            Optional<String> doubt,
            Optional<Instant> waitingSince)
            implements Task {

        public Postponed(int failures, long token, Instant notBefore, String cause) {
            this(failures, token, notBefore, cause, Optional.empty(), Optional.empty());
        }
    }

    /** Since when the other side has been working on it; empty if it is not. */
    default Optional<Instant> underWaySince() {
        return switch (this) {
            case Claimed claimed -> claimed.waitingSince();
            case Postponed postponed -> postponed.waitingSince();
            case Untried _, InDoubt _ -> Optional.empty();
        };
    }
}
