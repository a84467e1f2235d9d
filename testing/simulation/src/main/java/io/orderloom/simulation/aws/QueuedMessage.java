package io.orderloom.simulation.aws;

import java.time.Instant;
import java.util.Optional;

/** A message in a queue. */
final class QueuedMessage {
    private final String id;
    private final SimulatedQueue.Sent sent;
    private final Instant sentAt;
    private Instant visibleAt;
    private int receives;
    private Optional<String> receipt = Optional.empty();

    QueuedMessage(
            String id, SimulatedQueue.Sent sent, Instant sentAt, Instant visibleAt, int receives) {
        this.id = id;
        this.sent = sent;
        this.sentAt = sentAt;
        this.visibleAt = visibleAt;
        this.receives = receives;
    }

    String id() {
        return id;
    }

    SimulatedQueue.Sent sent() {
        return sent;
    }

    /** The message's group. On a queue without groups each message is a group of its own. */
    String groupName() {
        return sent.group().orElse(id);
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

    /** The message as it arrives in a dead-letter queue. */
    QueuedMessage moved(Instant now) {
        return new QueuedMessage(id, sent, sentAt, now, receives);
    }

    SimulatedQueue.Received received(String under) {
        return new SimulatedQueue.Received(id, under, sent, sentAt, receives);
    }
}
