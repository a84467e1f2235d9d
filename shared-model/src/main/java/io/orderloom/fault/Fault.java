package io.orderloom.fault;

import java.time.Duration;

/** Why a call or an input did not succeed. Each class has one action; see {@code FaultPolicy}. */
public sealed interface Fault {

    /** A description for a person; free of secrets and personal data. */
    String detail();

    /**
     * A failure of the other side, or of the way to it, that passes: a timeout on a read, 502,
     * throttling.
     */
    record Transient(String detail) implements Fault {}

    /**
     * The other side, or our governor on its behalf, wants fewer calls: 429, concurrency exceeded.
     * Not counted as a failure.
     */
    record RateLimited(Duration retryAfter, String detail) implements Fault {}

    /** The answer to a write was lost: it may or may not have been done. */
    record InDoubt(String detail) implements Fault {}

    /**
     * The other side understood the request and refused it.
     *
     * @param reason the other side's error code, in lower case with underscores, for example {@code
     *     unknown_item}
     * @param subject the thing that it was about, for example the item code
     */
    record Rejected(String reason, String subject, String detail) implements Fault {}

    /**
     * A payload breaks its contract.
     *
     * @param path the field, as the source names it, for example {@code line_items[2].price}
     */
    record Invalid(String path, String detail) implements Fault {}

    /** The other side does not accept our credentials: wrong, expired or without the permission. */
    record Unauthorized(String detail) implements Fault {}

    /** The state changed meanwhile. */
    record Conflict(String detail) implements Fault {}

    /** A mistake in our own code. */
    record Bug(String detail) implements Fault {

        /**
         * Names the class of the exception and the place where it was thrown. The exception's
         * message is left out, since it may repeat what somebody sent.
         */
        public static Bug of(Throwable thrown) {
            var trace = thrown.getStackTrace();
            var where = trace.length == 0 ? "" : " at " + trace[0];
            return new Bug(thrown.getClass().getSimpleName() + where);
        }
    }
}
