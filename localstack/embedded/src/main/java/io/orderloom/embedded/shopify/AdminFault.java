package io.orderloom.embedded.shopify;

import java.time.Duration;

/** A way in which the shop fails when a test asks for it. */
public sealed interface AdminFault {

    /** No fault; for a good call between two bad ones. */
    record None() implements AdminFault {}

    /**
     * 200 with the error {@code THROTTLED}, and nothing was given back.
     *
     * @param restored the time until the bucket holds enough again
     */
    record Throttled(Duration restored) implements AdminFault {}

    /** 503, and nothing was given back. */
    record Unavailable() implements AdminFault {}

    /** 500, although the money was given back. */
    record BrokenAfterRefund() implements AdminFault {}

    /** No answer at all, although the money was given back. */
    record SilentAfterRefund() implements AdminFault {}
}
