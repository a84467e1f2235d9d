package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Odoo's sales orders. Each step of an order's life is a call of its own and can be repeated. */
final class SaleOrders {
    private final OdooClient client;
    private final Records records;
    private final LookUps lookUps;

    SaleOrders(OdooClient client, Records records, LookUps lookUps) {
        this.client = client;
        this.records = records;
        this.lookUps = lookUps;
    }

    CallResult<Optional<SaleOrder>> find(ExternalId id) {
        return records.known(List.of(Xid.of(id))).then(known -> read(known, id));
    }

    private CallResult<Optional<SaleOrder>> read(ResolvedIds known, ExternalId id) {
        return known.id(OdooOrders.MODEL, Xid.of(id))
                .map(this::read)
                .orElseGet(() -> CallResult.given(Optional.empty()));
    }

    /**
     * The existing order, or else a new draft. If another attempt creates one at the same time,
     * that one is returned.
     */
    CallResult<SaleOrder> findOrEnter(Booking booking, ExternalId id) {
        return lookUps.known(booking, id)
                .then(known ->
                        read(known, id)
                                .then(found ->
                                        found.map(CallResult::given)
                                                .orElseGet(() -> enter(booking, id, known))));
    }

    private CallResult<SaleOrder> enter(Booking booking, ExternalId id, ResolvedIds known) {
        var lines = OdooOrders.lines(booking);
        return lookUps.references(booking, id, lines, known)
                .map(references -> SaleTable.of(booking, id, lines, references))
                .then(table ->
                        records.ensure(OdooOrders.MODEL, Xid.of(id), ResolvedIds.NOTHING, table))
                .then(this::existing);
    }

    private CallResult<SaleOrder> existing(long id) {
        return read(id).then(found ->
                found.map(CallResult::given)
                        .orElseGet(() ->
                                CallResult.missed(new Fault.Conflict("the order was deleted"))));
    }

    private CallResult<Optional<SaleOrder>> read(long id) {
        return records.read(OdooOrders.MODEL, id, SaleOrder.FIELDS)
                .then(found ->
                        found.map(order -> SaleOrder.of(order).map(Optional::of))
                                .orElseGet(() -> CallResult.given(Optional.empty())));
    }

    /** Sets the lines of a draft to the intended ones, because somebody may have edited them. */
    CallResult<SaleOrder> restate(Booking booking, ExternalId id, SaleOrder draft) {
        var lines = OdooOrders.lines(booking);
        return lookUps.known(booking, id)
                .then(known -> lookUps.references(booking, id, lines, known))
                .map(references -> SaleTable.linesOnly(id, lines, references))
                .then(table -> client.call(Call.set(OdooOrders.MODEL, table)))
                .then(answer ->
                        answer.path("ids").isArray()
                                ? existing(draft.id())
                                : CallResult.missed(Records.refused(OdooOrders.MODEL, answer)));
    }

    /**
     * Confirms a draft. Odoo raises an error the second time; then it is enough that the order is
     * confirmed.
     */
    CallResult<SaleOrder> confirm(SaleOrder draft) {
        return switch (client.call(act(draft, "action_confirm"))) {
            case CallResult.Given<JsonNode> _ -> CallResult.given(draft.in(SaleOrder.State.SALE));
            case CallResult.Missed<JsonNode>(Fault.Rejected refused) ->
                    existing(draft.id())
                            .then(now ->
                                    now.state() == SaleOrder.State.SALE
                                            ? CallResult.given(now)
                                            : CallResult.missed(refused));
            case CallResult.Missed<JsonNode>(var fault) -> CallResult.missed(fault);
        };
    }

    /** Sets the date of the booking, because confirming has set it to the current time. */
    CallResult<SaleOrder> date(SaleOrder order, Booking booking) {
        var date = SaleTable.date(booking.order().businessDate());
        return client.call(
                        Call.on(
                                OdooOrders.MODEL,
                                order.id(),
                                "write",
                                Map.of("vals", Map.of("date_order", date))))
                .map(_ -> order);
    }

    /**
     * Cancels an order, unless it was delivered or invoiced: Odoo itself would cancel even that.
     */
    CallResult<SaleOrder> cancel(SaleOrder order, String reason) {
        return records.read(
                        "sale.order.line",
                        List.of(List.of("order_id", "=", order.id())),
                        List.of("qty_delivered", "qty_invoiced_posted"))
                .then(lines -> untouched(order, lines))
                .then(_ -> client.call(act(order, "action_cancel")))
                .then(_ -> note(order, reason))
                .map(_ -> order.in(SaleOrder.State.CANCEL));
    }

    /** Checks that nothing was delivered or invoiced. Pure. */
    static CallResult<SaleOrder> untouched(SaleOrder order, List<JsonNode> lines) {
        if (lines.stream().anyMatch(line -> some(line, "qty_delivered"))) {
            return CallResult.missed(
                    new Fault.Rejected(
                            "already_delivered",
                            order.number(),
                            order.number() + ": goods were delivered, they have to come back"));
        }
        if (lines.stream().anyMatch(line -> some(line, "qty_invoiced_posted"))) {
            return CallResult.missed(
                    new Fault.Rejected(
                            "already_invoiced",
                            order.number(),
                            order.number() + ": an invoice is posted, it needs a credit note"));
        }
        return CallResult.given(order);
    }

    private static boolean some(JsonNode line, String quantity) {
        return line.path(quantity).decimalValue().compareTo(BigDecimal.ZERO) != 0;
    }

    /** Adds an internal note for Odoo's users, which no customer receives. */
    private CallResult<JsonNode> note(SaleOrder order, String reason) {
        return client.call(
                Call.on(
                        OdooOrders.MODEL,
                        order.id(),
                        "message_post",
                        Map.of(
                                "body",
                                "Cancelled at the channel: " + reason,
                                "subtype_xmlid",
                                "mail.mt_note")));
    }

    private static Call act(SaleOrder order, String method) {
        return Call.on(OdooOrders.MODEL, order.id(), method, Map.of());
    }
}
