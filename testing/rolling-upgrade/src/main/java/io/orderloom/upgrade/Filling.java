package io.orderloom.upgrade;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.erp.Document;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leaves orders at every point of their way: in every queue, and for each kind of task in every
 * state. Three orders at a time meet three faults at once, in any assignment, and their function is
 * then killed, so that it can't finish what the other version has to finish.
 */
final class Filling implements AutoCloseable {
    private static final int AGAIN_AND_AGAIN = 1_000;

    private final EmbeddedStack stack;
    private final UpgradeCustomer customer;
    private final Stored stored;
    private final List<InFlight> left = new ArrayList<>();

    Filling(EmbeddedStack stack) {
        this.stack = stack;
        this.customer = new UpgradeCustomer(stack);
        this.stored = new Stored(stack.dynamoDbEndpoint());
    }

    /** Leaves the orders and returns them, each with the point where it was left. */
    List<InFlight> fill() throws IOException, InterruptedException {
        var deaf = unreachedSubscriber();
        var refunded = customer.placeAndBook(TaskState.values().length);
        var cancelled = customer.placeAndBook(TaskState.values().length);
        var others = customer.placeAndBook(2);
        stack.starve(Function.ERP_POST, Function.REFUND_COMPENSATION);
        trouble("refund", refunded, Function.REFUND_COMPENSATION, this::refundsFail);
        trouble("erp-cancel", cancelled, Function.REFUND_COMPENSATION, this::bookingsFail);
        var posted = customer.place(TaskState.values().length);
        trouble("erp-post", posted, Function.ERP_POST, this::bookingsFail);
        left.add(new InFlight("an event for a subscriber that does not answer", deaf, false));
        untouched(others.getFirst(), others.getLast());
        full();
        return List.copyOf(left);
    }

    /**
     * Places an order whose events can't be delivered. After it status-fanout is stopped, so that
     * no events of later orders are delivered.
     */
    private SampleOrder unreachedSubscriber() throws IOException, InterruptedException {
        stack.subscriber().failNext(AGAIN_AND_AGAIN, 503);
        var order = customer.placeAndBook(1).getFirst();
        Waiting.until(
                "both events wait for the subscriber that does not answer",
                () -> customer.messages(Queue.STATUS) == 2);
        stack.starve(Function.STATUS_FANOUT);
        return order;
    }

    private void trouble(String kind, List<SampleOrder> orders, Function function, Runnable faults)
            throws IOException, InterruptedException {
        boolean undone = function == Function.REFUND_COMPENSATION;
        if (undone) {
            customer.cancel(orders);
        }
        var queue = undone ? Queue.COMPENSATION : Queue.ERP;
        Waiting.until(
                kind + " is asked for",
                () -> stack.queues().depth(queue).waiting() >= orders.size());
        faults.run();
        stack.feed(function);
        Waiting.until(
                "%s is %s".formatted(kind, TaskState.WRITTEN),
                () ->
                        states(kind, orders).distinct().count() == TaskState.values().length
                                && TaskState.WRITTEN.containsAll(states(kind, orders).toList()));
        // If the function is killed before its call arrived, the task is claimed and nothing is in
        // doubt.
        Waiting.until("two calls arrived", () -> arrived(kind, orders) >= 2);
        stack.functions().kill(function);
        stack.starve(function);
        stack.erp().behave();
        stack.shop().behave();
        for (var order : orders) {
            var state = stored.task(order.id(), kind).orElse("untried");
            left.add(new InFlight("%s %s".formatted(kind, state), order, undone));
        }
        if (states(kind, orders).distinct().count() < TaskState.values().length) {
            throw new StartupFailure("%s was handled before it could be stopped".formatted(kind));
        }
    }

    /**
     * Makes refunds fail: a postponed task stays postponed and one in doubt stays in doubt, however
     * often they are retried.
     */
    private void refundsFail() {
        stack.shop().failNext(1, TaskState.CLAIMED.shopFault());
        stack.shop().failNext(1, TaskState.IN_DOUBT.shopFault());
        stack.shop().failNext(AGAIN_AND_AGAIN, TaskState.POSTPONED.shopFault());
    }

    /**
     * Makes bookings fail. Look-ups fail too, since one that finds a document would end its doubt
     * before the third call is made.
     */
    private void bookingsFail() {
        stack.erp().keepInDoubt();
        stack.erp().failNext(1, TaskState.CLAIMED.erpFault());
        stack.erp().failNext(1, TaskState.IN_DOUBT.erpFault());
        stack.erp().failNext(AGAIN_AND_AGAIN, TaskState.POSTPONED.erpFault());
    }

    private Stream<String> states(String kind, List<SampleOrder> orders) {
        return orders.stream().flatMap(order -> stored.task(order.id(), kind).stream());
    }

    private long arrived(String kind, List<SampleOrder> orders) {
        return orders.stream()
                .filter(order ->
                        switch (kind) {
                            case "refund" -> !customer.refunds(order).isEmpty();
                            case "erp-cancel" ->
                                    customer.documents(order).stream().anyMatch(d -> cancelled(d));
                            default -> !customer.documents(order).isEmpty();
                        })
                .count();
    }

    private static boolean cancelled(Document document) {
        return document.state() == Document.State.CANCELLED;
    }

    /** Leaves messages that no function has received, in each queue. */
    private void untouched(SampleOrder booked, SampleOrder other)
            throws IOException, InterruptedException {
        var waiting = stack.queues().depth(Queue.ERP).waiting();
        left.add(new InFlight("erp-post untried", customer.place(1).getFirst(), false));
        Waiting.until(
                "a posting waits untried",
                () -> stack.queues().depth(Queue.ERP).waiting() > waiting);
        var compensations = stack.queues().depth(Queue.COMPENSATION).waiting();
        customer.cancel(List.of(booked));
        left.add(new InFlight("erp-cancel untried", booked, true));
        Waiting.until(
                "a cancellation waits untried",
                () -> stack.queues().depth(Queue.COMPENSATION).waiting() > compensations);
        stack.starve(Function.NORMALIZE);
        var placed = customer.place(1).getFirst();
        customer.deliver(placed);
        left.add(new InFlight("webhook of its placing, twice", placed, false));
        customer.cancel(List.of(other));
        left.add(new InFlight("webhook of its cancellation", other, true));
    }

    private void full() {
        for (var queue : Queue.values()) {
            if (customer.messages(queue) == 0) {
                throw new StartupFailure(
                        "queue %s is empty and should have been filled".formatted(queue.label()));
            }
        }
    }

    @Override
    public void close() {
        customer.close();
        stored.close();
    }
}
