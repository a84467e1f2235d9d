package io.orderloom.contract.event;

import io.orderloom.core.LifecycleEvent;
import java.util.Locale;

/** The types of lifecycle events, by the names that subscribers see. */
public final class EventTypes {
    private EventTypes() {}

    /** For example {@code io.orderloom.order.accepted.v1}. */
    public static String name(LifecycleEvent.Type type) {
        return "io.orderloom.order.%s.v1".formatted(label(type));
    }

    /** For example {@code erp_cancelled}. */
    public static String label(LifecycleEvent.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** The class of the data in events of a type. */
    static Class<? extends EventData> data(LifecycleEvent.Type type) {
        return switch (type) {
            case ACCEPTED -> EventData.Accepted.class;
            case HELD -> EventData.Held.class;
            case RELEASED -> EventData.Released.class;
            case CHANGED -> EventData.Changed.class;
            case POSTED -> EventData.Posted.class;
            case REJECTED -> EventData.Rejected.class;
            case ALLOCATED -> EventData.Allocated.class;
            case BACKORDERED -> EventData.Backordered.class;
            case SHIPPED -> EventData.Shipped.class;
            case DELIVERED -> EventData.Delivered.class;
            case INVOICED -> EventData.Invoiced.class;
            case CANCELLED -> EventData.Cancelled.class;
            case ERP_CANCELLED -> EventData.ErpCancelled.class;
            case RETURNED -> EventData.Returned.class;
            case REFUNDED -> EventData.Refunded.class;
            case COMPLETED -> EventData.Completed.class;
            case EXCEPTION_RAISED -> EventData.ExceptionRaised.class;
            case EXCEPTION_RESOLVED -> EventData.ExceptionResolved.class;
        };
    }
}
