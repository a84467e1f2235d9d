package io.orderloom.simulation.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages that come one after another; ordered by when the next of them can be had. */
final class Group implements Comparable<Group> {
    final String name;
    final List<Stored> messages = new ArrayList<>();
    private final long order;

    Group(String name, long order) {
        this.name = name;
        this.order = order;
    }

    /** When none of them is in anybody's hands any more. */
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
