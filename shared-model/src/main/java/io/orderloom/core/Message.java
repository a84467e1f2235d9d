package io.orderloom.core;

import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/** The messages that functions send to each other, sealed by the queue that takes them. */
public sealed interface Message {
    int SCHEMA = 2;

    /** Unique, and the same each time the message is sent again. */
    String id();

    OrderId orderId();

    String correlationId();

    /**
     * Schema version. A reader that does not know it postpones the message until a newer version is
     * deployed.
     */
    default int schema() {
        return SCHEMA;
    }

    /** Messages of one group are handled one after another. */
    default String group() {
        return orderId().toString();
    }

    /** The mark of the order that it is about, as far as the message itself knows it. */
    default Optional<Mark> mark() {
        return Optional.empty();
    }

    /** Requests a task. */
    sealed interface ForTask extends Message {
        TaskKind task();
    }

    /** Goes over the queue of the function that calls the ERP. */
    sealed interface ForErp extends ForTask {}

    /** Goes over the queue of the function that runs compensations. */
    sealed interface ForCompensation extends ForTask {}

    /** Goes over the queue of the function that delivers events to subscribers. */
    sealed interface ForStatus extends Message {
        LifecycleEvent event();

        @Override
        default OrderId orderId() {
            return event().orderId();
        }

        @Override
        default String correlationId() {
            return event().correlationId();
        }

        @Override
        default Optional<Mark> mark() {
            return event().mark();
        }
    }

    /** Post the order's document to the ERP. */
    record PostOrder(String id, OrderId orderId, String correlationId) implements ForErp {
        @Override
        public TaskKind task() {
            return TaskKind.ERP_POST;
        }
    }

    /** Bring the ERP's document in line with an order that changed since it was posted. */
    record AmendOrder(String id, OrderId orderId, String correlationId, int ordinal)
            implements ForErp {
        @Override
        public TaskKind task() {
            return TaskKind.ERP_AMEND;
        }
    }

    /** Have the ERP credit what came back or was given back. */
    record CreditOrder(String id, OrderId orderId, String correlationId, int ordinal)
            implements ForErp {
        @Override
        public TaskKind task() {
            return TaskKind.ERP_CREDIT;
        }
    }

    /** Undo a step of an order that was cancelled. */
    record Compensate(String id, OrderId orderId, String correlationId, Step step)
            implements ForCompensation {
        public enum Step {
            CANCEL_IN_ERP(TaskKind.ERP_CANCEL),
            REFUND(TaskKind.REFUND),
            /** Ask the buyer to send back what left before its cancellation was known. */
            RETURN(TaskKind.RETURN);

            private final TaskKind task;

            Step(TaskKind task) {
                this.task = task;
            }
        }

        @Override
        public TaskKind task() {
            return step.task;
        }
    }

    /**
     * The message that requests a task.
     *
     * @param ordinal how often that task was requested, this time included
     */
    static ForTask task(
            TaskKind task, String id, OrderId order, String correlationId, int ordinal) {
        return switch (task) {
            case ERP_POST -> new PostOrder(id, order, correlationId);
            case ERP_AMEND -> new AmendOrder(id, order, correlationId, ordinal);
            case ERP_CREDIT -> new CreditOrder(id, order, correlationId, ordinal);
            case ERP_CANCEL ->
                    new Compensate(id, order, correlationId, Compensate.Step.CANCEL_IN_ERP);
            case REFUND -> new Compensate(id, order, correlationId, Compensate.Step.REFUND);
            case RETURN -> new Compensate(id, order, correlationId, Compensate.Step.RETURN);
        };
    }

    /** Deliver the event to all subscribers. */
    record PublishEvent(LifecycleEvent event) implements ForStatus {
        @Override
        public String id() {
            return event.id();
        }
    }

    /** Deliver the event to one subscriber that could not be reached before. The others have it. */
    record DeliverEvent(LifecycleEvent event, String subscriber, int attempts)
            implements ForStatus {
        @Override
        public String id() {
            return "%s/%s/%d".formatted(event.id(), subscriber, attempts);
        }

        /** A group per subscriber, so that one that cannot be reached holds up no other. */
        @Override
        public String group() {
            return event.orderId() + "/" + subscriber;
        }
    }
}
