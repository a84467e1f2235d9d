package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Decides which of the events that a subscriber missed are sent again. Pure. Of each order only the
 * oldest is sent: the next follows when that one is delivered, so that none overtakes another. An
 * event that a subscriber never takes does not block the others, since the one tried last comes
 * last.
 */
public final class Resumption {
    /** How many are sent in one sweep, so that it ends in time; the next sweep continues. */
    static final int MOST = 500;

    private Resumption() {}

    /**
     * @param untold in the order of each order's events
     * @param answers whether the subscriber took one lately
     * @param pause if it did not, the time between two single events that test whether it is back
     */
    public static List<Untold> next(
            List<Untold> untold, boolean answers, Instant now, Duration pause) {
        var oldest = oldestOfEach(untold);
        var due = oldest.stream().filter(one -> one.isDue(now));
        if (answers) {
            return due.limit(MOST).toList();
        }
        boolean asked =
                oldest.stream()
                        .flatMap(one -> one.sent().stream())
                        .anyMatch(at -> now.isBefore(at.plus(pause)));
        return asked ? List.of() : due.min(Comparator.comparing(Untold::tried)).stream().toList();
    }

    /**
     * The events that a person wants sent, even if one is under way already: its message may be
     * lost.
     */
    static List<Untold> asked(List<Untold> untold) {
        return List.copyOf(oldestOfEach(untold));
    }

    private static Collection<Untold> oldestOfEach(List<Untold> untold) {
        var oldest = new LinkedHashMap<OrderId, Untold>();
        untold.forEach(one -> oldest.putIfAbsent(one.message().orderId(), one));
        return oldest.values();
    }
}
