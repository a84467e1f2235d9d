package io.orderloom.governor;

import java.time.Instant;

/** What a call told of the account. */
public sealed interface Outcome {

    /** It answered, be it with a no. */
    record Answered() implements Outcome {}

    /** It could not be used. */
    record Failed(String order) implements Outcome {}

    /** It does not take our key, whoever calls it for whichever order. */
    record Locked(String detail) implements Outcome {}

    /** It asked to be left alone until then. */
    record AskedForLess(Instant until) implements Outcome {}
}
