package io.orderloom.contract.event;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.subscriber.EventVersion;

/** The data of each type of lifecycle event, in each version. */
public final class EventTypes {
    private EventTypes() {}

    /** The class of the data in events of a type. */
    static Class<?> data(LifecycleEvent.Type type, EventVersion version) {
        return switch (version) {
            case V1 -> v1(type);
            case V2 -> v2(type);
        };
    }

    private static Class<? extends EventDataV1> v1(LifecycleEvent.Type type) {
        return switch (type) {
            case ACCEPTED -> EventDataV1.Accepted.class;
            case HELD -> EventDataV1.Held.class;
            case RELEASED -> EventDataV1.Released.class;
            case CHANGED -> EventDataV1.Changed.class;
            case POSTED -> EventDataV1.Posted.class;
            case REJECTED -> EventDataV1.Rejected.class;
            case ALLOCATED -> EventDataV1.Allocated.class;
            case BACKORDERED -> EventDataV1.Backordered.class;
            case SHIPPED -> EventDataV1.Shipped.class;
            case DELIVERED -> EventDataV1.Delivered.class;
            case INVOICED -> EventDataV1.Invoiced.class;
            case CANCELLED -> EventDataV1.Cancelled.class;
            case ERP_CANCELLED -> EventDataV1.ErpCancelled.class;
            case RETURNED -> EventDataV1.Returned.class;
            case REFUNDED -> EventDataV1.Refunded.class;
            case COMPLETED -> EventDataV1.Completed.class;
            case EXCEPTION_RAISED -> EventDataV1.ExceptionRaised.class;
            case EXCEPTION_RESOLVED -> EventDataV1.ExceptionResolved.class;
        };
    }

    private static Class<? extends EventDataV2> v2(LifecycleEvent.Type type) {
        return switch (type) {
            case ACCEPTED -> EventDataV2.Accepted.class;
            case HELD -> EventDataV2.Held.class;
            case RELEASED -> EventDataV2.Released.class;
            case CHANGED -> EventDataV2.Changed.class;
            case POSTED -> EventDataV2.Posted.class;
            case REJECTED -> EventDataV2.Rejected.class;
            case ALLOCATED -> EventDataV2.Allocated.class;
            case BACKORDERED -> EventDataV2.Backordered.class;
            case SHIPPED -> EventDataV2.Shipped.class;
            case DELIVERED -> EventDataV2.Delivered.class;
            case INVOICED -> EventDataV2.Invoiced.class;
            case CANCELLED -> EventDataV2.Cancelled.class;
            case ERP_CANCELLED -> EventDataV2.ErpCancelled.class;
            case RETURNED -> EventDataV2.Returned.class;
            case REFUNDED -> EventDataV2.Refunded.class;
            case COMPLETED -> EventDataV2.Completed.class;
            case EXCEPTION_RAISED -> EventDataV2.ExceptionRaised.class;
            case EXCEPTION_RESOLVED -> EventDataV2.ExceptionResolved.class;
        };
    }
}
