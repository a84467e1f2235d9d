package io.orderloom.embedded.lambda;

import java.time.Duration;

/** The outcome of an invocation. */
public sealed interface InvocationOutcome {

    /** The function answered with these bytes, normally JSON. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Answered(byte[] body) implements InvocationOutcome {}

    /** The function reported an error by itself. */
    record Failed(String error) implements InvocationOutcome {}

    /** The process ended while it handled the invocation, or couldn't start. */
    record Died(String why) implements InvocationOutcome {}

    /** The process was killed because the invocation took longer than the function's timeout. */
    record TimedOut(Duration after) implements InvocationOutcome {}

    /** No process became free in the time that the caller was ready to wait. */
    record Throttled() implements InvocationOutcome {}

    /** For a log line; contains no payload. */
    default String summary() {
        return switch (this) {
            case Answered(var body) -> "answered " + body.length + " bytes";
            case Failed(var error) -> "failed: " + error;
            case Died(var why) -> "died: " + why;
            case TimedOut(var after) -> "timed out after " + after.toSeconds() + " s";
            case Throttled() -> "throttled";
        };
    }
}
