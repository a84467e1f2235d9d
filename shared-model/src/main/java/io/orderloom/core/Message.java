package io.orderloom.core;

import io.orderloom.order.OrderId;

/** What the functions say to each other. */
public sealed interface Message {

    /** The same at every repetition, and no other message's. */
    String id();

    OrderId orderId();

    String correlationId();

    /** Bring the order's document to the ERP. */
    record PostOrder(String id, OrderId orderId, String correlationId) implements Message {}

    /** Take back a step of an order that was cancelled. */
    record Compensate(String id, OrderId orderId, String correlationId, Step step)
            implements Message {
        public enum Step {
            CANCEL_IN_ERP,
            REFUND
        }
    }

    /** Tell the subscribers. */
    record Tell(LifecycleEvent event) implements Message {
        @Override
        public String id() {
            return event.id();
        }

        @Override
        public OrderId orderId() {
            return event.orderId();
        }

        @Override
        public String correlationId() {
            return event.correlationId();
        }
    }
}
