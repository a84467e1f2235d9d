package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.event.EventData;
import io.orderloom.event.EventData.BookedDocument;
import io.orderloom.fact.Units;
import io.orderloom.money.Money;
import io.orderloom.order.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the flat form of an event's data, for messages of a version that sent no other. They may
 * wait in a queue, or be kept beside an exception, for days. Pure.
 *
 * @param data as {@link FlatData} writes it
 */
record FlatForm(Map<String, String> data) {
    /** A line's id may have any character, so it is as long as a quantity after it allows. */
    private static final Pattern UNITS = Pattern.compile("(.+?)=(\\d+(?:\\.\\d+)?)(?:,|$)");

    // spotless:off
    EventData read(Type type) {
        return switch (type) {
            case ACCEPTED           -> new EventData.Accepted(money("total"));
            case HELD               -> new EventData.Held(text("hold"), text("kind"), text("reason"));
            case RELEASED           -> new EventData.Released(text("hold"));
            case CHANGED            -> changed();
            case POSTED             -> new EventData.Posted(document(), Optional.ofNullable(data.get("revision")));
            case REJECTED           -> new EventData.NotBooked(text("reason"));
            case ALLOCATED          -> new EventData.Reserved(units());
            case BACKORDERED        -> new EventData.OnOrder(units());
            case SHIPPED            -> new EventData.Sent(text("shipment"), units());
            case DELIVERED          -> data.containsKey("shipment") ? new EventData.Brought(text("shipment"), units()) : new EventData.Fetched(text("location"), units());
            case INVOICED           -> new EventData.Invoiced(text("invoice"), units(), money("amount"));
            case CANCELLED          -> data.containsKey("units") ? new EventData.PartlyCancelled(text("reason"), units()) : new EventData.WhollyCancelled(text("reason"));
            case ERP_CANCELLED      -> new EventData.BookingCancelled(document());
            case RETURNED           -> new EventData.CameBack(text("returnId"), units());
            case REFUNDED           -> new EventData.Refunded(text("refund"), money("amount"));
            case COMPLETED          -> new EventData.Completed();
            case EXCEPTION_RAISED   -> new EventData.TroubleRaised(text("type"), text("path"), text("reason"), text("owner"));
            case EXCEPTION_RESOLVED -> new EventData.TroubleResolved(text("exception"), text("reason"));
        };
    }
    // spotless:on

    private EventData changed() {
        if (data.containsKey("revision")) {
            return new EventData.Edited(money("total"), text("revision"));
        }
        return data.containsKey("tax")
                ? new EventData.TaxChanged(text("tax"), money("amount"))
                : new EventData.Substituted(
                        text("lineId"), quantity(text("quantity")), text("substitute"));
    }

    private BookedDocument document() {
        return new BookedDocument(
                text("erp"), text("erpDocument"), text("erpDocumentId"), money("erpTotal"));
    }

    private List<Units> units() {
        var units = new ArrayList<Units>();
        var found = UNITS.matcher(text("units"));
        while (found.find()) {
            units.add(new Units(found.group(1), quantity(found.group(2))));
        }
        return units;
    }

    private Money money(String name) {
        return Money.of(text(name), text("currency"));
    }

    private static Quantity quantity(String text) {
        return new Quantity(new BigDecimal(text));
    }

    private String text(String name) {
        var text = data.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the event's data has no '%s'".formatted(name));
        }
        return text;
    }
}
