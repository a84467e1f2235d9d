package io.orderloom.connector.kit.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.event.EventData;
import io.orderloom.event.EventData.BookedDocument;
import io.orderloom.fact.Units;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import io.orderloom.subscriber.EventVersion;
import java.util.List;
import java.util.TreeMap;

/** The data of a lifecycle event as JSON. Pure: the same event gives the same JSON. */
public final class EventDataJson {
    private EventDataJson() {}

    /**
     * @throws IllegalArgumentException if an event of an older version can't be read as a record
     */
    public static ObjectNode of(LifecycleEvent event, EventVersion version) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("orderId", event.orderId().toString());
        return switch (version) {
            case V1 -> {
                new TreeMap<>(event.data()).forEach(json::put);
                yield json;
            }
            case V2 -> put(json, event.content());
        };
    }

    // spotless:off
    private static ObjectNode put(ObjectNode json, EventData data) {
        return switch (data) {
            case EventData.Accepted d         -> money(json, "total", d.total());
            case EventData.Edited d           -> { money(json.putObject("edit").put("revision", d.revision()), "total", d.total()); yield json; }
            case EventData.Substituted d      -> { quantity(json.putObject("substitution").put("lineId", d.lineId()), d.quantity()).put("substitute", d.substitute()); yield json; }
            case EventData.TaxChanged d       -> { money(json.putObject("taxAdjustment").put("jurisdiction", d.jurisdiction()), "amount", d.amount()); yield json; }
            case EventData.Held d             -> json.put("hold", d.hold()).put("kind", d.kind()).put("reason", d.reason());
            case EventData.Released d         -> json.put("hold", d.hold());
            case EventData.Posted d           -> { document(json, d.document()); d.revision().ifPresent(revision -> json.put("revision", revision)); yield json; }
            case EventData.NotBooked d        -> json.put("reason", d.reason());
            case EventData.BookingCancelled d -> document(json, d.document());
            case EventData.Reserved d         -> units(json, d.units());
            case EventData.OnOrder d          -> units(json, d.units());
            case EventData.Sent d             -> units(json.put("shipment", d.shipment()), d.units());
            case EventData.Brought d          -> units(json.put("shipment", d.shipment()), d.units());
            case EventData.Fetched d          -> units(json.put("location", d.location()), d.units());
            case EventData.Invoiced d         -> money(units(json.put("invoice", d.invoice()), d.units()), "amount", d.amount());
            case EventData.WhollyCancelled d  -> json.put("reason", d.reason());
            case EventData.PartlyCancelled d  -> units(json.put("reason", d.reason()), d.units());
            case EventData.CameBack d         -> units(json.put("returnId", d.returnId()), d.units());
            case EventData.Refunded d         -> money(json.put("refund", d.refund()), "amount", d.amount());
            case EventData.Completed _        -> json;
            case EventData.TroubleRaised d    -> json.put("type", d.type()).put("path", d.path()).put("reason", d.reason()).put("owner", d.owner());
            case EventData.TroubleResolved d  -> json.put("exception", d.exception()).put("reason", d.reason());
        };
    }
    // spotless:on

    private static ObjectNode document(ObjectNode json, BookedDocument document) {
        money(
                json.putObject("document")
                        .put("erp", document.erp())
                        .put("number", document.number())
                        .put("id", document.id()),
                "total",
                document.total());
        return json;
    }

    private static ObjectNode units(ObjectNode json, List<Units> units) {
        var list = json.putArray("units");
        units.forEach(
                one -> quantity(list.addObject().put("lineId", one.lineId()), one.quantity()));
        return json;
    }

    /** Numerals are texts, since a reader of JSON numbers may round them. */
    private static ObjectNode quantity(ObjectNode json, Quantity quantity) {
        return json.put("quantity", quantity.toString());
    }

    private static ObjectNode money(ObjectNode json, String name, Money money) {
        json.putObject(name)
                .put("amount", money.decimal().toPlainString())
                .put("currency", money.currency().code());
        return json;
    }
}
