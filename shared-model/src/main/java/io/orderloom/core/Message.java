package io.orderloom.core;

import io.orderloom.order.OrderId;

/** What the functions say to each other. */
public sealed interface Message {
    int SCHEMA = 2;

    /** The same at every repetition, and no other message's. */
    String id();

    OrderId orderId();

    String correlationId();

    /** Of the message's own form; who reads an unknown one leaves it for a newer self. */
    default int schema() {
        return SCHEMA;
    }

    /** Messages of one group are handled one after another. */
    default String group() {
        return orderId().toString();
    }

    /** Bring the order's document to the ERP. */
    record PostOrder(String id, OrderId orderId, String correlationId) implements Message {}

    /** Bring the ERP's document in line with an order that changed since it was posted. */
    record AmendOrder(String id, OrderId orderId, String correlationId, int ordinal)
            implements Message {}

    /** Have the ERP credit what came back or was given back. */
    record CreditOrder(String id, OrderId orderId, String correlationId, int ordinal)
            implements Message {}

    /** Take back a step of an order that was cancelled. */
    record Compensate(String id, OrderId orderId, String correlationId, Step step)
            implements Message {
        public enum Step {
            CANCEL_IN_ERP,
            REFUND,
            /** Ask the buyer to send back what left before its cancellation was known. */
            RETURN
        }
    }

    /** Tell all subscribers. */
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

    /** Tell one subscriber that was not to be reached before; the others know. */
    record TellOne(LifecycleEvent event, String subscriber, int attempts) implements Message {
        @Override
        public String id() {
            return "%s/%s/%d".formatted(event.id(), subscriber, attempts);
        }

        /** Of its own, so that one deaf subscriber holds up no other. */
        @Override
        public String group() {
            return event.orderId() + "/" + subscriber;
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
