package io.orderloom.contract.event;

import io.orderloom.contract.schema.Numeral;
import io.orderloom.money.Currency;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.Optional;

/** The data of each lifecycle event in version 2, on which subscribers may rely. */
public sealed interface EventDataV2 {

    OrderId orderId();

    /**
     * The order passed the gate and is on its way to the ERP.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param total what the buyer owes, as the buyer saw it
     */
    record Accepted(OrderId orderId, MoneyForm total) implements EventDataV2 {}

    /**
     * The order waits for somebody's decision.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param hold its name, by which it is released
     * @param kind fraud, payment, address, mapping, inventory, tax, money, duplicate, manual, and
     *     more to come
     * @param reason why, for a person
     */
    record Held(OrderId orderId, String hold, String kind, String reason) implements EventDataV2 {}

    /**
     * The reason for which the order was held is settled.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param hold its name
     */
    record Released(OrderId orderId, String hold) implements EventDataV2 {}

    /**
     * The ordered goods or their price changed; exactly one of the changes is there.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param edit the order was edited at the channel
     * @param substitution a line's goods were replaced
     * @param taxAdjustment the tax turned out to be different
     */
    record Changed(
            OrderId orderId,
            Optional<Edit> edit,
            Optional<Substitution> substitution,
            Optional<TaxAdjustment> taxAdjustment)
            implements EventDataV2 {}

    /**
     * An edit at the channel.
     *
     * @param revision the channel's revision of the order
     * @param total what the buyer owes now, as the buyer saw it
     */
    record Edit(String revision, MoneyForm total) {}

    /**
     * Other goods that are sent.
     *
     * @param lineId the line whose goods were replaced
     * @param quantity how many of its units
     * @param substitute the item code of what is sent instead
     */
    record Substitution(String lineId, Quantity quantity, String substitute) {}

    /**
     * A tax that turned out to be different.
     *
     * @param jurisdiction whose tax it is
     * @param amount by how much, with its sign
     */
    record TaxAdjustment(String jurisdiction, MoneyForm amount) {}

    /**
     * The ERP has the order's document, or has it in line with the order again.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param document as the ERP has it
     * @param revision the channel's revision that it now shows, where it was amended
     */
    record Posted(OrderId orderId, DocumentForm document, Optional<String> revision)
            implements EventDataV2 {}

    /**
     * The ERP will not book the order as it is.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param reason as the ERP words it
     */
    record Rejected(OrderId orderId, String reason) implements EventDataV2 {}

    /**
     * Stock is set aside.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     */
    record Allocated(OrderId orderId, List<LineUnits> units) implements EventDataV2 {}

    /**
     * Stock is on order and will come.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     */
    record Backordered(OrderId orderId, List<LineUnits> units) implements EventDataV2 {}

    /**
     * Goods were shipped.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param shipment the warehouse's name of the parcel or pallet
     */
    record Shipped(OrderId orderId, List<LineUnits> units, String shipment)
            implements EventDataV2 {}

    /**
     * Goods reached the buyer: brought to them, or picked up by them.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param shipment the warehouse's name of the parcel or pallet, where it was brought
     * @param location the store, where it was picked up
     */
    record Delivered(
            OrderId orderId,
            List<LineUnits> units,
            Optional<String> shipment,
            Optional<String> location)
            implements EventDataV2 {}

    /**
     * The ERP invoiced.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param invoice its number
     * @param amount with tax and charges, in the ledger that the ERP keeps
     */
    record Invoiced(OrderId orderId, List<LineUnits> units, String invoice, MoneyForm amount)
            implements EventDataV2 {}

    /**
     * The order was cancelled at the channel: the whole of it, or the units that are named.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param reason as the channel words it
     * @param units those of this cancellation alone; absent where the whole order was cancelled
     */
    record Cancelled(OrderId orderId, String reason, Optional<List<LineUnits>> units)
            implements EventDataV2 {}

    /**
     * The ERP cancelled the order's document.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param document as the ERP had it
     */
    record ErpCancelled(OrderId orderId, DocumentForm document) implements EventDataV2 {}

    /**
     * Goods came back.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param units those of this event alone, never a running total
     * @param returnId the channel's or warehouse's name of the return
     */
    record Returned(OrderId orderId, List<LineUnits> units, String returnId)
            implements EventDataV2 {}

    /**
     * Money was given back to the buyer.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param refund the refund's id at the channel
     * @param amount what was given back, as the buyer saw it
     */
    record Refunded(OrderId orderId, String refund, MoneyForm amount) implements EventDataV2 {}

    /**
     * Everything about the order is settled.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     */
    record Completed(OrderId orderId) implements EventDataV2 {}

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
            implements EventDataV2 {}

    /**
     * The trouble of an exception is settled.
     *
     * @param orderId {@code <channel instance>:<channel order id>}
     * @param exception its fingerprint
     * @param reason how it was settled
     */
    record ExceptionResolved(OrderId orderId, String exception, String reason)
            implements EventDataV2 {}

    /**
     * An exact amount of one currency.
     *
     * @param amount with as many decimals as the currency has
     * @param currency ISO 4217
     */
    record MoneyForm(Numeral amount, Currency currency) {}

    /**
     * Units of one line.
     *
     * @param lineId the line of the order
     * @param quantity in the line's unit of measure, above zero
     */
    record LineUnits(String lineId, Quantity quantity) {}

    /**
     * A document of the ERP.
     *
     * @param erp the system that has it
     * @param number the number that people at the ERP use
     * @param id the ERP's own id of it
     * @param total as the ERP computed it
     */
    record DocumentForm(String erp, String number, String id, MoneyForm total) {}
}
