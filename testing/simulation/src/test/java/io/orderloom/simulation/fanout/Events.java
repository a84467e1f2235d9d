package io.orderloom.simulation.fanout;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.schedule.Scheduler;
import java.util.Map;

/** Events of different orders, and several of one. */
final class Events {
    private Events() {}

    static LifecycleEvent of(int order) {
        return of(order, 1);
    }

    static LifecycleEvent of(int order, int sequence) {
        var id = new OrderId("demo-shop", Integer.toString(order));
        return new LifecycleEvent(
                id + "/" + sequence + "/0",
                LifecycleEvent.Type.ACCEPTED,
                id,
                sequence,
                Scheduler.START,
                "corr-" + order,
                Map.of());
    }
}
