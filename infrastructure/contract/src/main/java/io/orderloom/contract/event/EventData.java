package io.orderloom.contract.event;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.money.Currency;
import io.orderloom.order.OrderId;

/** What each lifecycle event carries as its data: what subscribers may rely on. */
public sealed interface EventData {

    OrderId orderId();

    /**
     * The order passed the gate and is on its way to the ERP.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param total what the buyer owes, as the buyer saw it
     * @param currency of the total, ISO 4217
     */
    record Accepted(OrderId orderId, Numeral total, Currency currency) implements EventData {}

    /**
     * The ERP has the order's document.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param erp the system that has it
     * @param erpDocument the number that people at the ERP use
     * @param erpDocumentId the ERP's own id of it
     * @param erpTotal as the ERP computed it
     * @param currency of the ERP's total, ISO 4217
     */
    record Posted(
            OrderId orderId,
            String erp,
            String erpDocument,
            String erpDocumentId,
            Numeral erpTotal,
            Currency currency)
            implements EventData {}

    /**
     * The ERP will not book the order as it is.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param reason as the ERP words it
     */
    record Rejected(OrderId orderId, String reason) implements EventData {}

    /**
     * The whole order was cancelled at the channel.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param reason as the channel words it
     */
    record Cancelled(OrderId orderId, String reason) implements EventData {}

    /**
     * Money reached the buyer.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param refund the refund's id at the channel
     * @param amount what was given back, as the buyer saw it
     * @param currency of the amount, ISO 4217
     */
    record Refunded(OrderId orderId, String refund, Numeral amount, Currency currency)
            implements EventData {}

    /**
     * The ERP cancelled the order's document.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param erp the system that had it
     * @param erpDocument the number that people at the ERP use
     * @param erpDocumentId the ERP's own id of it
     * @param erpTotal as the ERP computed it
     * @param currency of the ERP's total, ISO 4217
     */
    record ErpCancelled(
            OrderId orderId,
            String erp,
            String erpDocument,
            String erpDocumentId,
            Numeral erpTotal,
            Currency currency)
            implements EventData {}

    /**
     * Something about the order has to be looked at by a person.
     *
     * @param orderId the order, {@code <channel instance>:<channel order id>}
     * @param type what kind of trouble: money, quantity, ownership, payload, conflict, erp, refund,
     *     subscriber, and more to come
     * @param path the field or thing that it is about
     * @param reason why, for a person; free of personal data
     * @param owner who can resolve it
     */
    record ExceptionRaised(OrderId orderId, String type, String path, String reason, String owner)
            implements EventData {}

    /** The data that events of a type carry. */
    static Class<? extends EventData> of(LifecycleEvent.Type type) {
        return switch (type) {
            case ACCEPTED -> Accepted.class;
            case POSTED -> Posted.class;
            case REJECTED -> Rejected.class;
            case CANCELLED -> Cancelled.class;
            case REFUNDED -> Refunded.class;
            case ERP_CANCELLED -> ErpCancelled.class;
            case EXCEPTION_RAISED -> ExceptionRaised.class;
        };
    }
}
