package io.orderloom.embedded.erp;

import java.time.Duration;

/** How the sandbox fails when a test wants it to. */
public sealed interface ErpFault {

    /** No fault; for a good call between two bad ones. */
    record None() implements ErpFault {}

    /** 503, and nothing was booked. */
    record Unavailable() implements ErpFault {}

    /** 429 with {@code Retry-After}, and nothing was booked. */
    record RateLimited(Duration retryAfter) implements ErpFault {}

    /** 500, although the document was booked. */
    record BrokenAfterBooking() implements ErpFault {}

    /** No answer at all, although the document was booked. */
    record SilentAfterBooking() implements ErpFault {}
}
