package io.orderloom.embedded.erp;

import java.time.Duration;

/** How the sandbox misbehaves when a test asks for it. */
public sealed interface ErpFault {

    /** It behaves; for a good one between two bad ones. */
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
