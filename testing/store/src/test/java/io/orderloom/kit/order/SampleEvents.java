package io.orderloom.kit.order;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.order.OrderId;
import java.util.Map;

/** Events that are still to be delivered to one subscriber. */
final class SampleEvents {
    private SampleEvents() {}

    static DeliverEvent owed(String subscriber, int sequence) {
        var order = new OrderId("demo-shop", "owed-to-" + subscriber);
        return new DeliverEvent(
                new LifecycleEvent(
                        "%s/%d/0".formatted(order, sequence),
                        LifecycleEvent.Type.CHANGED,
                        order,
                        sequence,
                        Shelf.NOW.minusSeconds(3_600),
                        "c-owed",
                        Map.of()),
                subscriber,
                1);
    }
}
