package io.orderloom.kit.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The events that a subscriber was not notified of yet.
 *
 * @param oldest when the first of them happened
 */
public record Backlog(int events, Optional<Instant> oldest) {

    static Backlog of(List<Untold> untold) {
        return new Backlog(
                untold.size(),
                untold.stream()
                        .map(one -> one.message().event().occurredAt())
                        .min(Comparator.naturalOrder()));
    }
}
