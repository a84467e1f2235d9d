package io.orderloom.fault;

import java.time.Duration;

/** Why a call or an input did not succeed. Each class has one action; see {@code FaultPolicy}. */
public sealed interface Fault {

    /** What happened, for a person; free of secrets and personal data. */
    String detail();

    /** A passing trouble of the other side or the way to it: time-out on a read, 502, throttled. */
    record Transient(String detail) implements Fault {}

    /**
     * The other side asks for less: 429, concurrency exceeded; or our governor does, in its stead.
     * Not counted as a failure.
     */
    record RateLimited(Duration retryAfter, String detail) implements Fault {}

    /** The answer to a write was lost: it may or may not have been done. */
    record InDoubt(String detail) implements Fault {}

    /**
     * The other side understood and said no.
     *
     * @param reason its error code, in lower case with underscores, for example {@code
     *     unknown_item}
     * @param subject what it was about, for example the item code
     */
    record Rejected(String reason, String subject, String detail) implements Fault {}

    /**
     * A payload breaks its contract.
     *
     * @param path the field, as the source names it, for example {@code line_items[2].price}
     */
    record Invalid(String path, String detail) implements Fault {}

    /** Our credentials are not taken: wrong, expired or without the right. */
    record Unauthorized(String detail) implements Fault {}

    /** The state moved meanwhile. */
    record Conflict(String detail) implements Fault {}

    /** A mistake of our own. */
    record Bug(String detail) implements Fault {

        /**
         * What was thrown and where; its message stays out, since it may repeat what somebody sent.
         */
        public static Bug of(Throwable thrown) {
            var trace = thrown.getStackTrace();
            var where = trace.length == 0 ? "" : " at " + trace[0];
            return new Bug(thrown.getClass().getSimpleName() + where);
        }
    }
}
