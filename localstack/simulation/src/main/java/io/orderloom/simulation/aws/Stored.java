package io.orderloom.simulation.aws;

import java.time.Instant;
import java.util.Optional;

/** A message in a queue. */
final class Stored {
    private final String id;
    private final String body;
    private final Optional<String> group;
    private Instant visibleAt;
    private int receives;
    private Optional<String> receipt = Optional.empty();

    Stored(String id, String body, Optional<String> group, Instant visibleAt, int receives) {
        this.id = id;
        this.body = body;
        this.group = group;
        this.visibleAt = visibleAt;
        this.receives = receives;
    }

    String id() {
        return id;
    }

    String body() {
        return body;
    }

    Optional<String> group() {
        return group;
    }

    Instant visibleAt() {
        return visibleAt;
    }

    void visibleAt(Instant when) {
        visibleAt = when;
    }

    int receives() {
        return receives;
    }

    Optional<String> receipt() {
        return receipt;
    }

    void receipt(String latest) {
        receipt = Optional.of(latest);
    }

    void receivedUntil(Instant when) {
        receives++;
        visibleAt = when;
    }

    /** As it arrives in a dead-letter queue. */
    Stored moved(Instant now) {
        return new Stored(id, body, group, now, receives);
    }

    SimulatedQueue.Received received(String under) {
        return new SimulatedQueue.Received(id, under, body, group, receives);
    }
}
