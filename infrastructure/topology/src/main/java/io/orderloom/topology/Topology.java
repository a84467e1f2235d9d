package io.orderloom.topology;

import java.util.List;
import java.util.stream.Stream;

/** The queues that feed functions, and the functions that they feed. */
public final class Topology {
    public static final List<EventSource> EVENT_SOURCES =
            List.of(
                    new EventSource(Queue.INBOUND, Function.NORMALIZE, 10, 4),
                    new EventSource(Queue.ERP, Function.ERP_POST, 10, 2),
                    new EventSource(Queue.STATUS, Function.STATUS_FANOUT, 10, 4),
                    new EventSource(Queue.COMPENSATION, Function.REFUND_COMPENSATION, 10, 2));

    /**
     * Dead letters feed a function, too, which makes an exception of each. The named queue is the
     * one that gave them up.
     */
    public static final List<EventSource> DEAD_LETTERS =
            Stream.of(Queue.values())
                    .map(queue -> new EventSource(queue, Function.MAINTENANCE, 10, 2))
                    .toList();

    private Topology() {}

    /** The one event source of a queue. */
    public static EventSource eventSource(Queue queue) {
        return of(queue, EVENT_SOURCES);
    }

    /** The one event source of a queue's dead letters. */
    public static EventSource deadLetters(Queue queue) {
        return of(queue, DEAD_LETTERS);
    }

    private static EventSource of(Queue queue, List<EventSource> sources) {
        return sources.stream()
                .filter(source -> source.queue() == queue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(queue + " feeds no function"));
    }
}
