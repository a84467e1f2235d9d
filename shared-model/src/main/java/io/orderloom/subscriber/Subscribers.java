package io.orderloom.subscriber;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;

/** Delivers lifecycle events. */
public interface Subscribers {

    /** Delivers one event to one subscriber; the same event keeps its id at every repetition. */
    DeliveryAnswer deliver(LifecycleEvent event, Subscriber subscriber);

    sealed interface DeliveryAnswer permits Delivered, Failed {}

    record Delivered() implements DeliveryAnswer {}

    record Failed(Fault fault) implements DeliveryAnswer {}
}
