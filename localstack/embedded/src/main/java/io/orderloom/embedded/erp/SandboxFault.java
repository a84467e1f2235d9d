package io.orderloom.embedded.erp;

import java.time.Duration;

/** A way in which the sandbox fails when a test asks for it. */
public sealed interface SandboxFault {

    /** No fault; for a good call between two bad ones. */
    record None() implements SandboxFault {}

    /** 503, and nothing was booked. */
    record Unavailable() implements SandboxFault {}

    /** 429 with {@code Retry-After}, and nothing was booked. */
    record RateLimited(Duration retryAfter) implements SandboxFault {}

    /** 500, although the document was booked. */
    record BrokenAfterBooking() implements SandboxFault {}

    /** No answer at all, although the document was booked. */
    record SilentAfterBooking() implements SandboxFault {}
}
