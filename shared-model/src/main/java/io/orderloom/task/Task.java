package io.orderloom.task;

import java.time.Instant;
import java.util.Optional;

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

    /**
     * Why an attempt, be it the last or one long before, may have reached the other side; empty as
     * long as none may have. It is kept whatever later attempts meet: they say nothing of that one.
     */
    Optional<String> doubt();

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

        @Override
        public Optional<String> doubt() {
            return Optional.empty();
        }
    }

    /**
     * Somebody is calling, or died while calling.
     *
     * @param waitingSince since when the other side is about it and has not ended
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
     * The last call did nothing.
     *
     * @param waitingSince since when the other side is about it and has not ended
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

    /** Since when the other side is about it and has not ended. */
    default Optional<Instant> underWaySince() {
        return switch (this) {
            case Claimed claimed -> claimed.waitingSince();
            case Postponed postponed -> postponed.waitingSince();
            case Untried _, InDoubt _ -> Optional.empty();
        };
    }
}
