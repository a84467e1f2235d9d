package io.orderloom.embedded.poller;

import java.time.Duration;

/** When a batch whose invocation failed as a whole is seen again. */
public sealed interface RetryDelay {

    /** As AWS does: when the queue's visibility timeout has run out. */
    record VisibilityTimeout() implements RetryDelay {}

    /** Sooner, for those who watch. */
    record After(Duration delay) implements RetryDelay {}
}
