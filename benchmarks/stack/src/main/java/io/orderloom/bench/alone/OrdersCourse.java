package io.orderloom.bench.alone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Takes the same orders through all functions, one function at a time: each gets the very messages
 * that the one before it sent.
 */
final class OrdersCourse {
    private static final int FULL = 10;

    /** Bytes of a note that makes a webhook as large as Shopify's usual ones. */
    private static final int NOTE = 6_000;

    private final EmbeddedStack stack;
    private final WebhookEvents webhooks;
    private final WaitingMessages waiting;
    private final List<SampleOrder> orders = new ArrayList<>();
    private final List<FunctionTime> measured = new ArrayList<>();
    private final Consumer<FunctionTime> progress;
    private final int alone;

    /**
     * @param alone how many events of one order are handed over for each kind of input; twice as
     *     many orders are handed over in full batches
     * @param firstId of orders that no other course has
     * @param progress hears each figure as soon as it is there
     */
    OrdersCourse(
            EmbeddedStack stack,
            WebhookEvents webhooks,
            WaitingMessages waiting,
            int alone,
            long firstId,
            Consumer<FunctionTime> progress) {
        this.stack = stack;
        this.webhooks = webhooks;
        this.waiting = waiting;
        this.alone = alone;
        this.progress = progress;
        var random = new SplittableRandom(firstId);
        for (int i = 0; i < 3 * alone; i++) {
            orders.add(SampleOrder.drawn(firstId + i, random));
        }
    }

    List<FunctionTime> run() throws InterruptedException {
        refusals();
        placed();
        booked();
        told();
        cancelled();
        sweeps();
        return List.copyOf(measured);
    }

    private void refusals() throws InterruptedException {
        var body = ShopifyPayload.created(orders.getFirst());
        measure(
                Function.INTAKE,
                "refused: no such channel instance",
                1,
                Collections.nCopies(2 * alone, webhooks.ofNobody("orders/create", body)));
        measure(
                Function.INTAKE,
                "refused: forged",
                1,
                Collections.nCopies(2 * alone, webhooks.forged("orders/create", body)));
    }

    private void placed() throws InterruptedException {
        measure(Function.INTAKE, "taken in", 1, created(orders.subList(0, alone)));
        var larger =
                orders.subList(alone, 3 * alone).stream()
                        .map(order ->
                                webhooks.signed(
                                        "orders/create", noted(ShopifyPayload.created(order))))
                        .toList();
        measure(Function.INTAKE, "taken in, larger by 6 kB", 1, larger);
        var inbound = waiting.take(Queue.INBOUND);
        batches(Function.NORMALIZE, Queue.INBOUND, "placed", inbound);
        again(Function.NORMALIZE, Queue.INBOUND, "placed already", inbound);
    }

    private void booked() throws InterruptedException {
        var tasks = waiting.take(Queue.ERP);
        batches(Function.ERP_POST, Queue.ERP, "booked", tasks);
        again(Function.ERP_POST, Queue.ERP, "booked already", tasks);
    }

    private void told() throws InterruptedException {
        var events = waiting.take(Queue.STATUS);
        batches(Function.STATUS_FANOUT, Queue.STATUS, "event delivered", events);
        again(Function.STATUS_FANOUT, Queue.STATUS, "event delivered already", events);
    }

    private void cancelled() throws InterruptedException {
        var some = orders.subList(0, alone);
        measure(
                Function.INTAKE,
                "cancellation taken in",
                1,
                some.stream()
                        .map(order ->
                                webhooks.signed(
                                        "orders/cancelled", ShopifyPayload.cancelled(order)))
                        .toList());
        some.forEach(order -> stack.shop().sent(ShopifyPayload.cancelled(order)));
        single(Function.NORMALIZE, Queue.INBOUND, "cancelled");
        single(Function.REFUND_COMPENSATION, Queue.COMPENSATION, "cancelled in the ERP");
        single(Function.REFUND_COMPENSATION, Queue.COMPENSATION, "refunded");
    }

    private void sweeps() throws InterruptedException {
        waiting.take(Queue.STATUS);
        var sweep = "{\"sweep\":\"work\"}".getBytes(UTF_8);
        measure(
                Function.MAINTENANCE,
                "sweep of %d finished orders".formatted(orders.size()),
                1,
                Collections.nCopies(alone / 2, sweep));
    }

    private List<byte[]> created(List<SampleOrder> some) {
        return some.stream()
                .map(order -> webhooks.signed("orders/create", ShopifyPayload.created(order)))
                .toList();
    }

    private static byte[] noted(byte[] body) {
        var text = new String(body, UTF_8);
        var note = ",\"note\":\"%s\"}".formatted("n".repeat(NOTE));
        return (text.substring(0, text.lastIndexOf('}')) + note).getBytes(UTF_8);
    }

    /** A third of the messages alone, and the others in full batches. */
    private void batches(Function function, Queue queue, String input, List<Message> messages)
            throws InterruptedException {
        int third = messages.size() / 3;
        measure(function, input, 1, WaitingMessages.events(queue, 1, messages.subList(0, third)));
        measure(
                function,
                input + ", ten at once",
                FULL,
                WaitingMessages.events(queue, FULL, messages.subList(third, messages.size())));
    }

    private void again(Function function, Queue queue, String input, List<Message> messages)
            throws InterruptedException {
        measure(
                function,
                input,
                1,
                WaitingMessages.events(queue, 1, messages.subList(0, messages.size() / 3)));
    }

    private void single(Function function, Queue queue, String input) throws InterruptedException {
        measure(function, input, 1, WaitingMessages.events(queue, 1, waiting.take(queue)));
    }

    private void measure(Function function, String input, int size, List<byte[]> events)
            throws InterruptedException {
        var time = new SingleFunction(stack.functions(), function).measure(input, size, events);
        measured.add(time);
        progress.accept(time);
    }
}
