package io.orderloom.simulation.oracle;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.shop.Buyer;
import io.orderloom.simulation.shop.Heard;
import io.orderloom.simulation.shop.PaymentBook;
import io.orderloom.simulation.shop.Placing;
import io.orderloom.simulation.shop.SimulatedOrder;
import io.orderloom.simulation.shop.SimulatedShop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compares the events that subscribers received of an order with what really happened to it: which
 * events, how many, their content and the order in which they claim to have happened. It does not
 * read the order's log.
 */
record EventsCheck(
        SimulatedOrder order,
        SimulatedShop shop,
        List<Entry> documents,
        List<PaymentBook.Given> refunds,
        Collection<Heard.Told> told,
        Consumer<String> found) {

    /** The only events that are possible here. */
    private static final Set<Type> POSSIBLE =
            EnumSet.of(
                    Type.ACCEPTED,
                    Type.POSTED,
                    Type.REJECTED,
                    Type.CANCELLED,
                    Type.ERP_CANCELLED,
                    Type.REFUNDED,
                    Type.EXCEPTION_RAISED,
                    Type.EXCEPTION_RESOLVED);

    /** Events whose number follows from the books. */
    private static final Set<Type> COUNTED =
            EnumSet.of(
                    Type.ACCEPTED, Type.POSTED, Type.CANCELLED, Type.ERP_CANCELLED, Type.REFUNDED);

    /** Events in the order in which they happen. */
    private static final List<Type> COURSE =
            List.of(Type.ACCEPTED, Type.POSTED, Type.ERP_CANCELLED);

    private record Expected(Type type, Map<String, String> data) {}

    void check() {
        told.stream().map(Heard.Told::event).forEach(this::sane);
        var expected = expected();
        for (var type : COUNTED) {
            var wanted = expected.stream().filter(e -> e.type() == type).toList();
            var events = events(type);
            if (events.isEmpty() && type == Type.POSTED && wasUndone()) {
                continue;
            }
            if (events.size() != wanted.size()) {
                found.accept(
                        "told %s %d times, and it happened %d times"
                                .formatted(type, events.size(), wanted.size()));
            } else if (!wanted.isEmpty() && !says(events.getFirst(), wanted.getFirst())) {
                found.accept("told %s, and it is %s".formatted(events.getFirst(), wanted));
            }
        }
        released();
        course();
    }

    /** An order that was said to be held is said to be released when it is paid, each once. */
    private void released() {
        int held = events(Type.HELD).size();
        int released = events(Type.RELEASED).size();
        boolean paid = !shop.silences(order, Placing.PAID);
        if (held > 1 || released != (paid ? held : 0)) {
            found.accept("told %d times held, %d times released".formatted(held, released));
        }
    }

    /**
     * Returns whether the order was cancelled and so need not be reported as posted: a document
     * that was found after the cancellation is cancelled at once.
     */
    private boolean wasUndone() {
        return order.kind() == SimulatedOrder.Kind.CANCELLED
                && documents.stream().allMatch(entry -> entry.state() == State.CANCELLED);
    }

    /**
     * Returns whether a cancelled order, or one that is paid later, was announced. What says so
     * carries the whole order, so the order may be announced by it.
     */
    private boolean wasHeardOf() {
        return switch (order.kind()) {
            case CANCELLED -> !events(Type.ACCEPTED).isEmpty();
            case PAID_LATER -> !shop.silences(order, Placing.PAID);
            case PLAIN, TEST, MISCOUNTED, UNKNOWN_ITEM, NEVER_KNOWN_ITEM, UNREADABLE -> false;
        };
    }

    private void sane(LifecycleEvent event) {
        if (event.data().isEmpty() || event.data().containsValue("")) {
            found.accept("told nothing by " + event);
        }
        boolean ofPayment = event.type() == Type.HELD || event.type() == Type.RELEASED;
        if (!POSSIBLE.contains(event.type())
                && !(ofPayment && order.kind() == SimulatedOrder.Kind.PAID_LATER)) {
            found.accept("told what can't have happened: " + event);
        }
        if (Buyer.markIn(event.toString()).isPresent()) {
            found.accept("told who bought: " + event);
        }
    }

    private List<Expected> expected() {
        var expected = new ArrayList<Expected>();
        boolean placed =
                (!shop.silences(order, Placing.CREATED) || wasHeardOf())
                        && order.kind() != SimulatedOrder.Kind.MISCOUNTED
                        && order.kind() != SimulatedOrder.Kind.UNREADABLE;
        var total =
                Map.of(
                        "total", decimal(order.total().buyer(), order.currencies().buyerDecimals()),
                        "currency", order.currencies().buyer());
        if (placed) {
            expected.add(new Expected(Type.ACCEPTED, total));
        }
        if (placed
                && order.kind() == SimulatedOrder.Kind.CANCELLED
                && !shop.silences(order, Placing.CANCELLED)) {
            expected.add(new Expected(Type.CANCELLED, Map.of("reason", "customer")));
        }
        for (var document : documents) {
            expected.add(new Expected(Type.POSTED, said(document)));
            if (document.state() == State.CANCELLED) {
                expected.add(new Expected(Type.ERP_CANCELLED, said(document)));
            }
        }
        for (var refund : refunds) {
            expected.add(
                    new Expected(
                            Type.REFUNDED,
                            Map.of(
                                    "amount", total.getOrDefault("total", ""),
                                    "currency", order.currencies().buyer(),
                                    "refund", refund.reference())));
        }
        return expected;
    }

    private Map<String, String> said(Entry document) {
        return Map.of(
                "erpDocumentId", document.id(),
                "erpTotal", decimal(order.total().shop(), order.currencies().shopDecimals()),
                "currency", order.currencies().shop());
    }

    private static String decimal(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    private static boolean says(LifecycleEvent event, Expected expected) {
        return event.data().entrySet().containsAll(expected.data().entrySet());
    }

    private List<LifecycleEvent> events(Type type) {
        return told.stream().map(Heard.Told::event).filter(e -> e.type() == type).toList();
    }

    private void course() {
        long before = 0;
        for (var type : COURSE) {
            for (var event : events(type)) {
                if (event.sequence() <= before) {
                    found.accept("told that it was %s too early: %s".formatted(type, event));
                }
                before = event.sequence();
            }
        }
    }
}
