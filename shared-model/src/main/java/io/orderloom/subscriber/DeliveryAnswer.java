package io.orderloom.subscriber;

import io.orderloom.fault.Fault;

/** A subscriber's answer to an event. */
public sealed interface DeliveryAnswer {

    record Delivered() implements DeliveryAnswer {}

    /**
     * @param fault a repetition has the same id, so a lost answer is transient and never in doubt;
     *     its detail holds nothing of the subscriber's secrets or address
     */
    record Failed(Fault fault) implements DeliveryAnswer {}
}
