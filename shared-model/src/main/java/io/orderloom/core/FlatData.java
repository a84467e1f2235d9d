package io.orderloom.core;

import io.orderloom.event.EventData;
import io.orderloom.event.EventData.BookedDocument;
import io.orderloom.fact.Units;
import io.orderloom.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The data of an event as plain texts by name: the form of the log, of messages, and of version 1
 * of the event types. Pure.
 */
final class FlatData {
    private FlatData() {}

    // spotless:off
    static Map<String, String> of(EventData data) {
        return switch (data) {
            case EventData.Accepted d         -> money("total", d.total());
            case EventData.Edited d           -> with(money("total", d.total()), "revision", d.revision());
            case EventData.Substituted d      -> Map.of("lineId", d.lineId(), "quantity", d.quantity().toString(), "substitute", d.substitute());
            case EventData.TaxChanged d       -> with(money("amount", d.amount()), "tax", d.jurisdiction());
            case EventData.Held d             -> Map.of("hold", d.hold(), "kind", d.kind(), "reason", d.reason());
            case EventData.Released d         -> Map.of("hold", d.hold());
            case EventData.Posted d           -> d.revision().map(r -> with(booked(d.document()), "revision", r)).orElseGet(() -> booked(d.document()));
            case EventData.NotBooked d        -> Map.of("reason", d.reason());
            case EventData.BookingCancelled d -> booked(d.document());
            case EventData.Reserved d         -> Map.of("units", units(d.units()));
            case EventData.OnOrder d          -> Map.of("units", units(d.units()));
            case EventData.Sent d             -> Map.of("units", units(d.units()), "shipment", d.shipment());
            case EventData.Brought d          -> Map.of("units", units(d.units()), "shipment", d.shipment());
            case EventData.Fetched d          -> Map.of("units", units(d.units()), "location", d.location());
            case EventData.Invoiced d         -> with(with(money("amount", d.amount()), "units", units(d.units())), "invoice", d.invoice());
            case EventData.WhollyCancelled d  -> Map.of("reason", d.reason());
            case EventData.PartlyCancelled d  -> Map.of("units", units(d.units()), "reason", d.reason());
            case EventData.CameBack d         -> Map.of("units", units(d.units()), "returnId", d.returnId());
            case EventData.Refunded d         -> with(money("amount", d.amount()), "refund", d.refund());
            case EventData.Completed _        -> Map.of();
            case EventData.TroubleRaised d    -> Map.of("type", d.type(), "path", d.path(), "reason", d.reason(), "owner", d.owner());
            case EventData.TroubleResolved d  -> Map.of("exception", d.exception(), "reason", d.reason());
        };
    }
    // spotless:on

    /** For example {@code 1=2,4=1}: two of line 1 and one of line 4. */
    private static String units(List<Units> units) {
        return units.stream()
                .map(u -> u.lineId() + "=" + u.quantity())
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> money(String name, Money money) {
        return Map.of(name, money.decimal().toPlainString(), "currency", money.currency().code());
    }

    private static Map<String, String> booked(BookedDocument document) {
        var data = new HashMap<>(money("erpTotal", document.total()));
        data.put("erp", document.erp());
        data.put("erpDocument", document.number());
        data.put("erpDocumentId", document.id());
        return data;
    }

    private static Map<String, String> with(Map<String, String> data, String name, String value) {
        var all = new HashMap<>(data);
        all.put(name, value);
        return all;
    }
}
