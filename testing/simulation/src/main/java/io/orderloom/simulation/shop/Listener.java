package io.orderloom.simulation.shop;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.subscriber.DeliveryAnswer;

/** Takes the events of all subscribers, each by its name. */
public interface Listener {
    DeliveryAnswer take(LifecycleEvent event, String subscriber);
}
