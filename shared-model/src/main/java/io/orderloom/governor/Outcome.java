package io.orderloom.governor;

import java.time.Instant;

/** The outcome of a call, as far as it tells something about the account. */
public sealed interface Outcome {

    /** The account answered, even if it refused the request. */
    record Answered() implements Outcome {}

    /** The account could not be used. */
    record Failed(String order) implements Outcome {}

    /** The account does not accept our key, for any order. */
    record Locked(String detail) implements Outcome {}

    /** The account wants no more calls until then. */
    record AskedForLess(Instant until) implements Outcome {}
}
