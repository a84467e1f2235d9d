package io.orderloom.topology;

import java.util.List;

/** Which queue feeds which function. */
public final class Topology {
    public static final List<EventSource> EVENT_SOURCES =
            List.of(
                    new EventSource(Queue.INBOUND, Function.NORMALIZE, 10, 4),
                    new EventSource(Queue.ERP, Function.ERP_POST, 10, 2),
                    new EventSource(Queue.STATUS, Function.STATUS_FANOUT, 10, 4),
                    new EventSource(Queue.COMPENSATION, Function.REFUND_COMPENSATION, 10, 2));

    private Topology() {}

    /** The one event source of a queue. */
    public static EventSource eventSource(Queue queue) {
        return EVENT_SOURCES.stream()
                .filter(source -> source.queue() == queue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(queue + " feeds no function"));
    }
}
