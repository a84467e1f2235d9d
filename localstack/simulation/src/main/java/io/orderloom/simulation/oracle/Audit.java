package io.orderloom.simulation.oracle;

import io.orderloom.core.OrderException;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.erp.ExternalId;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.erp.Books;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.shop.ShopOrder;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.shop.SimulatedSubscribers.Heard;
import io.orderloom.simulation.shop.Till;
import io.orderloom.topology.Queue;
import java.util.List;
import java.util.Locale;

/**
 * Holds what the shop was promised beside what the ERP, the till and the subscribers have. It looks
 * from outside: of the table it reads only why something is parked, and the log.
 */
public record Audit(
        SimulatedShop shop,
        SimulatedTable table,
        SimulatedQueues queues,
        Books books,
        Till till,
        Heard heard,
        List<String> subscribers) {

    public Findings run() {
        var findings = new Findings();
        for (var order : shop.orders()) {
            if (!shop.taken(order).isEmpty()) {
                new OneOrder(order, findings).check();
            }
        }
        for (var queue : Queue.values()) {
            if (!queues.deadLetters(queue).isEmpty()) {
                findings.found(Kind.UNNAMED, queue.label(), "dead letters lie there");
            }
            exceptionsOf(queue).forEach(exception -> findings.parked(cause(exception)));
        }
        return findings;
    }

    /** What is wrong although the sweep has been there. */
    public void swept(Findings findings) {
        for (var order : shop.orders()) {
            var id = SimulatedShop.id(order);
            new WorkList(Partition.of(table, id))
                    .unswept()
                    .forEach(wrong -> findings.found(Kind.UNNAMED, id.toString(), wrong));
        }
    }

    /** Of messages that were given up and name no order. */
    public List<OrderException> exceptionsOf(Queue queue) {
        return Partition.of(table, queue).open();
    }

    /** Those messages, as they came. */
    public List<String> lettersOf(Queue queue) {
        return Partition.of(table, queue).letters();
    }

    private static String cause(OrderException exception) {
        var subject = exception.path().replaceAll("[\\[:].*", "");
        return exception.type().name().toLowerCase(Locale.ROOT) + " " + subject;
    }

    private final class OneOrder {
        private final ShopOrder order;
        private final Findings findings;
        private final OrderId id;
        private final Partition partition;
        private final List<Entry> documents;
        private final List<Till.Given> refunds;
        private final List<OrderException> exceptions;

        OneOrder(ShopOrder order, Findings findings) {
            this.order = order;
            this.findings = findings;
            this.id = SimulatedShop.id(order);
            this.partition = Partition.of(table, id);
            this.documents = books.all(ExternalId.salesOrder(id).value());
            this.refunds = till.of(id);
            this.exceptions = partition.open();
        }

        void check() {
            findings.order();
            if (documents.size() > 1) {
                found(Kind.DOUBLED, "%d documents".formatted(documents.size()));
            }
            money();
            switch (order.kind()) {
                case PLAIN -> booked();
                case CANCELLED -> undone();
                case TEST, MISCOUNTED -> notBooked();
                // Refused until somebody has entered the item.
                case UNKNOWN_ITEM -> booked();
                case UNREADABLE -> {}
            }
            switch (order.kind()) {
                case PLAIN, CANCELLED, TEST, UNKNOWN_ITEM -> {}
                case MISCOUNTED -> named(OrderException.Type.MONEY);
                case UNREADABLE -> unreadable();
            }
            if (order.kind() != ShopOrder.Kind.UNREADABLE) {
                kept();
            }
            new Told(partition, heard, subscribers).missing().forEach(m -> found(Kind.UNNAMED, m));
            new WorkList(partition).wrong().forEach(wrong -> found(Kind.UNNAMED, wrong));
            LogCheck.of(id, partition).ifPresent(wrong -> found(Kind.UNNAMED, wrong));
            exceptions.forEach(exception -> findings.parked(cause(exception)));
        }

        private void money() {
            long expected = order.total().shop();
            for (var document : documents) {
                if (document.total().minorUnits() != expected) {
                    found(Kind.MONEY, "the ERP has %s".formatted(document.total()));
                }
            }
            if (refunds.size() > 1) {
                found(Kind.MONEY, "given back %d times".formatted(refunds.size()));
            }
            boolean wrong =
                    refunds.stream()
                            .anyMatch(r -> r.amount().settlement().minorUnits() != expected);
            if (wrong) {
                found(Kind.MONEY, "given back " + refunds);
            }
            if (!refunds.isEmpty() && order.kind() != ShopOrder.Kind.CANCELLED) {
                found(Kind.MONEY, "given back without being cancelled");
            }
        }

        /** One document, or a reason. */
        private void booked() {
            boolean confirmed =
                    documents.stream().anyMatch(entry -> entry.state() == State.CONFIRMED);
            if (!confirmed && exceptions.isEmpty()) {
                found(Kind.LOST, "not in the ERP: " + documents);
            }
        }

        /** Nothing in the ERP that counts and the money given back, or a reason. */
        private void undone() {
            boolean stands = documents.stream().anyMatch(entry -> entry.state() != State.CANCELLED);
            if (stands && exceptions.isEmpty()) {
                found(Kind.UNNAMED, "cancelled, but the ERP keeps " + documents);
            }
            if (refunds.isEmpty() && exceptions.isEmpty()) {
                found(Kind.MONEY, "cancelled, but never given back");
            }
        }

        private void notBooked() {
            if (!documents.isEmpty()) {
                found(Kind.UNNAMED, "%s, but the ERP has %s".formatted(order.kind(), documents));
            }
        }

        private void named(OrderException.Type type) {
            if (exceptions.stream().noneMatch(exception -> exception.type() == type)) {
                found(Kind.UNNAMED, "%s, but no exception".formatted(order.kind()));
            }
        }

        /** What can't be read is kept by delivery, since nobody knows whose it is. */
        private void unreadable() {
            for (var delivery : shop.taken(order)) {
                var alone =
                        Partition.of(
                                table, new OrderId(SimulatedShop.INSTANCE, "delivery-" + delivery));
                if (alone.open().isEmpty() || !alone.hasLetterOf(delivery)) {
                    found(Kind.UNNAMED, delivery + " can't be read, and nobody is told");
                }
                alone.open().forEach(exception -> findings.parked(cause(exception)));
            }
        }

        private void kept() {
            for (var delivery : shop.taken(order)) {
                if (!partition.keeps(delivery)) {
                    found(Kind.UNNAMED, delivery + " was taken and is nowhere");
                }
            }
        }

        private void found(Kind kind, String what) {
            findings.found(kind, id.toString(), what);
        }
    }
}
