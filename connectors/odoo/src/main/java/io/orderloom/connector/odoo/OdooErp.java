package io.orderloom.connector.odoo;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Implements the ERP port with one Odoo. */
final class OdooErp implements Erp {
    private final String name;
    private final SaleOrders orders;
    private final Records records;
    private final OdooSettings settings;

    OdooErp(String name, SaleOrders orders, Records records, OdooSettings settings) {
        this.name = name;
        this.orders = orders;
        this.records = records;
        this.settings = settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        var posted = orders.findOrEnter(booking, id).then(order -> bind(booking, id, order));
        return switch (posted) {
            case CallResult.Given<SaleOrder>(var order) -> booked(order);
            case CallResult.Missed<SaleOrder>(var fault) ->
                    new Failed(Redaction.of(booking.personalData()).of(fault));
        };
    }

    /** Continues with an order from wherever an earlier attempt, or a person, left it. */
    private CallResult<SaleOrder> bind(Booking booking, ExternalId id, SaleOrder order) {
        return switch (order.state()) {
            case DRAFT, SENT ->
                    exact(booking, id, order)
                            .then(orders::confirm)
                            .then(confirmed -> orders.date(confirmed, booking));
            case SALE ->
                    order.date().equals(booking.order().businessDate())
                            ? CallResult.given(order)
                            : orders.date(order, booking);
            case CANCEL ->
                    CallResult.missed(
                            new Fault.Rejected(
                                    "document_cancelled",
                                    order.number(),
                                    order.number() + " is there, but was cancelled in Odoo"));
        };
    }

    /** A draft whose total is the order's to the cent; no other is confirmed. */
    private CallResult<SaleOrder> exact(Booking booking, ExternalId id, SaleOrder draft) {
        return draft.total().equals(booking.total())
                ? CallResult.given(draft)
                : orders.restate(booking, id, draft)
                        .then(order ->
                                order.total().equals(booking.total())
                                        ? CallResult.given(order)
                                        : CallResult.missed(differs(booking, order)));
    }

    private static Fault differs(Booking booking, SaleOrder order) {
        return new Fault.Rejected(
                "total_differs",
                order.number(),
                "total: %s adds up to %s in Odoo, but the order is %s; it stays a draft"
                        .formatted(order.number(), order.total(), booking.total()));
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (orders.find(id)) {
            case CallResult.Given<Optional<SaleOrder>>(var found) ->
                    found.<FindAnswer>map(this::booked).orElseGet(Absent::new);
            case CallResult.Missed<Optional<SaleOrder>>(var fault) -> new Failed(fault);
        };
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        return switch (orders.find(id)) {
            case CallResult.Given<Optional<SaleOrder>>(var found) ->
                    found.map(order -> cancel(order, reason)).orElseGet(Absent::new);
            case CallResult.Missed<Optional<SaleOrder>>(var fault) -> new Failed(fault);
        };
    }

    private CancelAnswer cancel(SaleOrder order, String reason) {
        return switch (order.state()) {
            case CANCEL -> booked(order);
            case DRAFT, SENT, SALE ->
                    switch (orders.cancel(order, reason)) {
                        case CallResult.Given<SaleOrder>(var cancelled) -> booked(cancelled);
                        case CallResult.Missed<SaleOrder>(var fault) -> new Failed(fault);
                    };
        };
    }

    private Booked booked(SaleOrder order) {
        return new Booked(OdooOrders.document(name, order));
    }

    @Override
    public Duration settlingTime() {
        return settings.settlingTime();
    }

    /** Makes the call with which every posting begins. */
    @Override
    public Health health() {
        return switch (records.known(List.of(new Xid("health")))) {
            case CallResult.Given<?> _ -> new Health(true, "JSON-2 answers");
            case CallResult.Missed<?>(var fault) -> new Health(false, fault.detail());
        };
    }
}
