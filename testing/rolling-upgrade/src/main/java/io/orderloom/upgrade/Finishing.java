package io.orderloom.upgrade;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.erp.Document;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Checks each order after the other version has finished it. */
final class Finishing implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EmbeddedStack stack;
    private final UpgradeCustomer customer;
    private final Stored stored;

    Finishing(EmbeddedStack stack) {
        this.stack = stack;
        this.customer = new UpgradeCustomer(stack);
        this.stored = new Stored(stack.dynamoDbEndpoint());
    }

    /** Sweeps with this version, and returns what is still on the work list. */
    List<String> keptOnWorkList() throws InterruptedException {
        stack.schedules().call(Schedule.WORK);
        return stored.openWork().stream().map(open -> "still open: " + open).toList();
    }

    /** Waits until all orders are right or the time is over, and returns what is wrong. */
    List<String> finish(List<InFlight> orders) {
        Waiting.in(PATIENCE, () -> wrong(orders).isEmpty());
        return wrong(orders);
    }

    private List<String> wrong(List<InFlight> orders) {
        var wrong = new ArrayList<String>();
        var events = stack.subscriber().events();
        for (var order : orders) {
            for (var what : wrong(order, events)) {
                wrong.add("%s (order %d): %s".formatted(order.where(), order.order().id(), what));
            }
        }
        for (var queue : Queue.values()) {
            int left = customer.messages(queue);
            var dead = stack.queues().deadLetters(queue);
            if (left + dead.waiting() + dead.inFlight() > 0) {
                wrong.add(
                        "queue %s: %d messages left, %d dead"
                                .formatted(queue.label(), left, dead.waiting()));
            }
        }
        return List.copyOf(wrong);
    }

    private List<String> wrong(InFlight order, List<ReceivedEvent> all) {
        var wrong = new ArrayList<String>();
        var documents = customer.documents(order.order());
        if (documents.size() != 1) {
            wrong.add("%d documents in the ERP".formatted(documents.size()));
        }
        for (var document : documents) {
            if (document.total().compareTo(order.order().totalAmount()) != 0) {
                wrong.add("booked with " + document.total());
            }
            if ((document.state() == Document.State.CANCELLED) != order.undone()) {
                wrong.add("its document is " + document.state());
            }
        }
        int refunds = customer.refunds(order.order()).size();
        if (refunds != (order.undone() ? 1 : 0)) {
            wrong.add("%d refunds".formatted(refunds));
        }
        var subject = EmbeddedStack.DEMO_SHOP + ":" + order.order().id();
        for (var kind : order.events()) {
            var ids = new HashSet<String>();
            all.stream()
                    .filter(event -> event.subject().equals(subject) && event.kind().equals(kind))
                    .forEach(event -> ids.add(event.id()));
            if (ids.size() != 1) {
                wrong.add("'%s' was told under %d ids".formatted(kind, ids.size()));
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        customer.close();
        stored.close();
    }
}
