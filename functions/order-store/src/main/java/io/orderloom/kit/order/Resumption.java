package io.orderloom.kit.order;

import io.orderloom.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Which of the events that a subscriber was not told are sent again. Pure. Of an order it is the
 * oldest alone: the next follows when that one was told, so that none overtakes another. Nothing
 * that a subscriber never takes keeps the others from it, since whatever was tried last comes last.
 */
public final class Resumption {
    /** In one sweep, so that it ends in its time; the next goes on. */
    static final int MOST = 500;

    private Resumption() {}

    /**
     * @param untold in the order of each order's events
     * @param answers whether the subscriber took one lately
     * @param pause where it did not, one event asks for all, and after that another one
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

    /** What a person wants told, whatever is under way: it may be lost. */
    static List<Untold> asked(List<Untold> untold) {
        return List.copyOf(oldestOfEach(untold));
    }

    private static Collection<Untold> oldestOfEach(List<Untold> untold) {
        var oldest = new LinkedHashMap<OrderId, Untold>();
        untold.forEach(one -> oldest.putIfAbsent(one.message().orderId(), one));
        return oldest.values();
    }
}
