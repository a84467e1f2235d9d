package io.orderloom.embedded.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Invocation(String id, byte[] payload, CompletableFuture<InvocationOutcome> outcome) {

    static Invocation of(byte[] payload) {
        return new Invocation(UUID.randomUUID().toString(), payload, new CompletableFuture<>());
    }

    /** The first outcome counts; a late answer after a timeout changes nothing. */
    void end(InvocationOutcome how) {
        outcome.complete(how);
    }
}
