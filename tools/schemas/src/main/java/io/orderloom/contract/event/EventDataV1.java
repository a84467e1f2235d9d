package io.orderloom.contract.event;

import io.orderloom.contract.schema.Numeral;
import io.orderloom.contract.schema.UnitCounts;
import io.orderloom.money.Currency;
import io.orderloom.order.OrderId;
import java.util.Optional;

/** The data of each lifecycle event in version 1, on which subscribers may rely. */
public sealed interface EventDataV1 {

    OrderId orderId();

    /**
     * The order passed the gate and is on its way to the ERP.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param total what the buyer owes, as the buyer saw it
     * @param currency of the total, ISO 4217
     */
    record Accepted(OrderId orderId, Numeral total, Currency currency) implements EventDataV1 {}

    /**
     * The order waits for somebody's decision.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param hold its name, by which it is released
     * @param kind fraud, payment, address, mapping, inventory, tax, money, duplicate, manual, and
     *     more to come
     * @param reason why, for a person
     */
    record Held(OrderId orderId, String hold, String kind, String reason) implements EventDataV1 {}

    /**
     * The reason for which the order was held is settled.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param hold its name
     */
    record Released(OrderId orderId, String hold) implements EventDataV1 {}

    /**
     * The ordered goods or their price changed: the order was edited (then total and revision are
     * present), a line was substituted (line, quantity, substitute), or its tax was adjusted (tax,
     * amount).
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param total what the buyer owes now, as the buyer saw it
     * @param revision the channel's revision of the order
     * @param lineId the line whose goods were replaced
     * @param quantity how many of its units
     * @param substitute the item code of what is sent instead
     * @param tax the jurisdiction whose tax was adjusted
     * @param amount by how much, with its sign
     * @param currency of the total or amount, ISO 4217
     */
    record Changed(
            OrderId orderId,
            Optional<Numeral> total,
            Optional<String> revision,
            Optional<String> lineId,
            Optional<Numeral> quantity,
            Optional<String> substitute,
            Optional<String> tax,
            Optional<Numeral> amount,
            Optional<Currency> currency)
            implements EventDataV1 {}

    /**
     * The ERP has the order's document, or has it in line with the order again.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param erp the system that has the document
     * @param erpDocument the number that people at the ERP use
     * @param erpDocumentId the ERP's own id of it
     * @param erpTotal as the ERP computed it
     * @param currency of the ERP's total, ISO 4217
     * @param revision the channel's revision that it now shows, where it was amended
     */
    record Posted(
            OrderId orderId,
            String erp,
            String erpDocument,
            String erpDocumentId,
            Numeral erpTotal,
            Currency currency,
            Optional<String> revision)
            implements EventDataV1 {}

    /**
     * The ERP will not book the order as it is.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param reason as the ERP words it
     */
    record Rejected(OrderId orderId, String reason) implements EventDataV1 {}

    /**
     * Stock is set aside.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     */
    record Allocated(OrderId orderId, UnitCounts units) implements EventDataV1 {}

    /**
     * Stock is on order and will come.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     */
    record Backordered(OrderId orderId, UnitCounts units) implements EventDataV1 {}

    /**
     * Goods were shipped.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param shipment the warehouse's name of the parcel or pallet
     */
    record Shipped(OrderId orderId, UnitCounts units, String shipment) implements EventDataV1 {}

    /**
     * Goods reached the buyer: brought to them, or picked up by them.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param shipment the warehouse's name of the parcel or pallet, where it was brought
     * @param location the store, where it was picked up
     */
    record Delivered(
            OrderId orderId, UnitCounts units, Optional<String> shipment, Optional<String> location)
            implements EventDataV1 {}

    /**
     * The ERP invoiced.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param invoice its number
     * @param amount with tax and charges, in the ledger that the ERP keeps
     * @param currency of the amount, ISO 4217
     */
    record Invoiced(
            OrderId orderId, UnitCounts units, String invoice, Numeral amount, Currency currency)
            implements EventDataV1 {}

    /**
     * The order was cancelled at the channel: the whole of it, or the units that are named.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param reason as the channel words it
     * @param units those of this cancellation alone; absent where the whole order was cancelled
     */
    record Cancelled(OrderId orderId, String reason, Optional<UnitCounts> units)
            implements EventDataV1 {}

    /**
     * The ERP cancelled the order's document.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param erp the system that has the document
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
            implements EventDataV1 {}

    /**
     * Goods came back.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param returnId the channel's or warehouse's name of the return
     */
    record Returned(OrderId orderId, UnitCounts units, String returnId) implements EventDataV1 {}

    /**
     * Money was given back to the buyer.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param refund the refund's id at the channel
     * @param amount what was given back, as the buyer saw it
     * @param currency of the amount, ISO 4217
     */
    record Refunded(OrderId orderId, String refund, Numeral amount, Currency currency)
            implements EventDataV1 {}

    /**
     * Everything about the order is settled.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     */
    record Completed(OrderId orderId) implements EventDataV1 {}

    /**
     * A person has to look at something about the order.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param type the kind of trouble: money, quantity, ownership, payload, conflict, erp, refund,
     *     subscriber, and more to come
     * @param path the field or thing that it is about
     * @param reason why, for a person; free of personal data
     * @param owner who can resolve it
     */
    record ExceptionRaised(OrderId orderId, String type, String path, String reason, String owner)
            implements EventDataV1 {}

    /**
     * The trouble of an exception is settled.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param exception its fingerprint
     * @param reason how it was settled
     */
    record ExceptionResolved(OrderId orderId, String exception, String reason)
            implements EventDataV1 {}
}
