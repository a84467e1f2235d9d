package io.orderloom.embedded.poller;

import java.time.Duration;

/** The delay after which a batch whose invocation failed as a whole becomes visible again. */
public sealed interface RetryDelay {

    /** As on AWS: when the queue's visibility timeout has run out. */
    record VisibilityTimeout() implements RetryDelay {}

    /** A shorter one, for people who watch. */
    record After(Duration delay) implements RetryDelay {}
}
