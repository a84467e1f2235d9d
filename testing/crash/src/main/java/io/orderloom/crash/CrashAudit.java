package io.orderloom.crash;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.BookedOrders;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.topology.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares what the shop was promised with what the ERP and the shop's payment book have. */
final class CrashAudit {
    private final List<SampleOrder> kept = new ArrayList<>();
    private final List<SampleOrder> undone = new ArrayList<>();
    private final List<String> unnamed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int lost;
    private int doubled;
    private int money;

    void placed(SampleOrder stays, SampleOrder cancelled) {
        kept.add(stays);
        undone.add(cancelled);
    }

    void kept(SampleOrder... orders) {
        kept.addAll(List.of(orders));
    }

    /** Records a failure that fits no other kind. */
    void unnamed(String what) {
        unnamed.add(what);
    }

    /** Reads the ERP's and the shop's books; called once, at the end. */
    void check(EmbeddedStack stack) {
        var entries = BookedOrders.of(stack).entries();
        kept.forEach(order -> document(order, entries, false));
        undone.forEach(order -> document(order, entries, true));
        undone.forEach(order -> refund(order, stack));
        for (var queue : Queue.values()) {
            if (stack.queues().deadLetters(queue).waiting() > 0) {
                unnamed(queue.label() + " has dead letters");
            }
        }
        wrong.addAll(unnamed);
    }

    private void document(SampleOrder order, List<BookedOrders.Entry> entries, boolean cancelled) {
        var prefix = "%s:%d/".formatted(EmbeddedStack.DEMO_SHOP, order.id());
        var own = entries.stream().filter(e -> e.externalId().startsWith(prefix)).toList();
        if (own.isEmpty()) {
            lost++;
            wrong.add(order.id() + " is not in the ERP");
        }
        if (own.size() > 1) {
            doubled++;
            wrong.add("%d is in the ERP as %s".formatted(order.id(), own));
        }
        for (var entry : own) {
            if (entry.total().compareTo(order.totalAmount()) != 0
                    || entry.cancelled() != cancelled) {
                money++;
                wrong.add("%d is in the ERP as %s".formatted(order.id(), entry));
            }
        }
    }

    private void refund(SampleOrder order, EmbeddedStack stack) {
        var refunds = stack.shop().refunds(Long.toString(order.id()));
        boolean right =
                refunds.size() == 1
                        && refunds.getFirst().amount().compareTo(order.totalAmount()) == 0;
        if (!right) {
            money++;
            wrong.add("%d was given back %s".formatted(order.id(), refunds));
        }
    }

    /** The failures as text for a person. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    boolean holds() {
        return wrong.isEmpty();
    }

    @Override
    public String toString() {
        return "orders=%d lost=%d doubled=%d money_broken=%d unnamed=%d"
                .formatted(
                        Stream.concat(kept.stream(), undone.stream()).count(),
                        lost,
                        doubled,
                        money,
                        unnamed.size());
    }
}
