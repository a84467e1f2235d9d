package io.orderloom.simulation.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one group in their order. Groups are ordered by when their next message can be
 * received.
 */
final class Group implements Comparable<Group> {
    final String name;
    final List<QueuedMessage> messages = new ArrayList<>();
    private final long order;

    Group(String name, long order) {
        this.name = name;
        this.order = order;
    }

    /** The time when the last receiver's visibility timeout has ended. */
    Instant freeAt() {
        var latest = Instant.MIN;
        for (var message : messages) {
            if (message.visibleAt().isAfter(latest)) {
                latest = message.visibleAt();
            }
        }
        return latest;
    }

    @Override
    public int compareTo(Group other) {
        int byTime = freeAt().compareTo(other.freeAt());
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Group group && group.order == order;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(order);
    }
}
