package io.orderloom.simulation.oracle;

import io.orderloom.erp.ExternalId;
import io.orderloom.exception.OrderException;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.shop.SimulatedOrder;
import io.orderloom.simulation.shop.SimulatedShop;
import java.util.EnumMap;
import java.util.Map;

/** Compares the result of one order with what was promised. */
final class OrderAudit {
    private final WorldAudit world;
    private final SimulatedOrder order;
    private final Findings findings;
    private final OrderId id;
    private final Partition partition;
    private final Excuses excuses;
    private final Map<Cause, Integer> parked = new EnumMap<>(Cause.class);

    OrderAudit(WorldAudit world, SimulatedOrder order, Findings findings) {
        this.world = world;
        this.order = order;
        this.findings = findings;
        this.id = SimulatedShop.id(order);
        this.partition = Partition.of(world.table(), id);
        this.excuses = new Excuses(order, world.till());
    }

    void check() {
        findings.order();
        var documents = world.books().all(ExternalId.salesOrder(id).value());
        var refunds = world.till().of(id);
        var promise = Promise.of(order, world.shop(), world.doings());
        excuses.drawn().stream()
                .filter(cause -> cause != Cause.UNREADABLE)
                .forEach(findings::drawn);
        partition.open().forEach(this::park);
        new BooksCheck(order, documents, world.doings().isErased(id), this::found).check(promise);
        new RefundCheck(order, refunds, parked.containsKey(Cause.REFUND_REFUSED), this::found)
                .check(promise);
        if (promise == Promise.REFUSED && order.kind() != SimulatedOrder.Kind.UNREADABLE) {
            named();
        }
        if (order.kind() == SimulatedOrder.Kind.UNREADABLE) {
            unreadable();
        } else {
            new KeptCheck(order, world.shop(), partition, world.doings(), this::unnamed).check();
        }
        new EventsCheck(
                        order,
                        world.shop(),
                        documents,
                        refunds,
                        world.heard().of(id),
                        this::unnamed)
                .check();
        boolean test = order.kind() == SimulatedOrder.Kind.TEST;
        new Told(id, test, partition, world.heard(), world.doings()).wrong().forEach(this::unnamed);
        new WorkListCheck(partition).wrong().forEach(this::unnamed);
        ReplayCheck.of(id, partition).ifPresent(this::unnamed);
    }

    private void park(OrderException exception) {
        var cause = excuses.of(exception);
        if (cause.isEmpty()) {
            unnamed(
                    "is open, and nobody drew why: %s %s: %s"
                            .formatted(
                                    exception.fingerprint().text(),
                                    exception.type(),
                                    exception.detail()));
            return;
        }
        findings.parked(cause.get());
        if (parked.merge(cause.get(), 1, Integer::sum) > 1) {
            unnamed("is parked twice: " + exception.fingerprint().text());
        }
    }

    /** Checks that each order that is refused for good has an exception that names the cause. */
    private void named() {
        for (var cause : excuses.drawn()) {
            if (cause != Cause.REFUND_REFUSED && !parked.containsKey(cause)) {
                unnamed("%s, but no exception says so".formatted(cause.label()));
            }
        }
    }

    /**
     * Checks unreadable deliveries, which are stored under the delivery's id, since their order is
     * unknown.
     */
    private void unreadable() {
        for (var delivery : world.shop().taken(order)) {
            var alone =
                    Partition.of(
                            world.table(), new OrderId(order.instance(), "delivery-" + delivery));
            boolean gone = world.doings().mayPayloadsBeGone();
            if (alone.open().size() != 1 || !(gone || alone.hasLetterOf(delivery))) {
                unnamed(delivery + " can't be read, and nobody is told");
            }
            findings.drawn(Cause.UNREADABLE);
            alone.open().forEach(_ -> findings.parked(Cause.UNREADABLE));
        }
    }

    private void unnamed(String what) {
        found(Kind.UNNAMED, what);
    }

    private void found(Kind kind, String what) {
        findings.found(kind, id.toString(), what);
    }
}
