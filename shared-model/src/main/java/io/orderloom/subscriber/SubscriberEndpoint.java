package io.orderloom.subscriber;

/** The place where one subscriber takes events. */
public interface SubscriberEndpoint {

    /**
     * Delivers one event; the same event keeps its id at every repetition. The caller interrupts a
     * call that takes too long, and a connector ends it then.
     */
    DeliveryAnswer deliver(OutgoingEvent event);
}
