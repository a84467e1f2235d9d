package io.orderloom.restore;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.BookedOrders;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Queue;
import io.orderloom.upgrade.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The orders of the drill, and the webhooks that the shop has sent about them since the copy. */
final class LostHour {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long FIRST_ID = 830_000_001;

    private final Map<Fate, List<SampleOrder>> orders = new EnumMap<>(Fate.class);
    private final List<Sent> sinceCopy = new ArrayList<>();
    private long nextId = FIRST_ID;

    private record Sent(SampleOrder order, boolean cancelled) {
        private String topic() {
            return cancelled ? "orders/cancelled" : "orders/create";
        }

        private byte[] body() {
            return cancelled ? ShopifyPayload.cancelled(order) : ShopifyPayload.created(order);
        }
    }

    List<SampleOrder> of(Fate fate) {
        return orders.getOrDefault(fate, List.of());
    }

    void place(EmbeddedStack stack, Fate fate, int many, boolean afterCopy)
            throws IOException, InterruptedException {
        var placed =
                Stream.generate(() ->
                                new SampleOrder(
                                        nextId++,
                                        List.of(
                                                new Item(
                                                        "POT-12",
                                                        "Teapot, 0.8 l",
                                                        2,
                                                        3_999,
                                                        1_111)),
                                        595))
                        .limit(many)
                        .toList();
        orders.put(fate, placed);
        for (var order : placed) {
            send(stack, new Sent(order, false), afterCopy);
        }
    }

    void cancel(EmbeddedStack stack, Fate fate) throws IOException, InterruptedException {
        for (var order : of(fate)) {
            send(stack, new Sent(order, true), true);
        }
    }

    /** Sends the webhooks of the lost hour again, as a shop does on request. */
    void sendAgain(EmbeddedStack stack) throws IOException, InterruptedException {
        for (var sent : List.copyOf(sinceCopy)) {
            send(stack, sent, false);
        }
    }

    private void send(EmbeddedStack stack, Sent sent, boolean afterCopy)
            throws IOException, InterruptedException {
        try (var shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret())) {
            int status = shop.send(sent.topic(), sent.body()).statusCode();
            if (status != 202) {
                throw new StartupFailure(
                        "'%s' of order %d was answered with %d, not 202; logs are in %s"
                                .formatted(sent.topic(), sent.order().id(), status, stack.logs()));
            }
        }
        if (afterCopy) {
            sinceCopy.add(sent);
        }
    }

    void awaitTold(EmbeddedStack stack, Fate fate, String kind) throws InterruptedException {
        for (var order : of(fate)) {
            var subject = EmbeddedStack.DEMO_SHOP + ":" + order.id();
            Predicate<ReceivedEvent> wanted =
                    event -> event.subject().equals(subject) && event.kind().equals(kind);
            if (!stack.subscriber().await(events -> events.stream().anyMatch(wanted), PATIENCE)) {
                throw new StartupFailure(
                        "%s: the event '%s' was not delivered within %d s; logs are in %s"
                                .formatted(subject, kind, PATIENCE.toSeconds(), stack.logs()));
            }
        }
    }

    static void awaitWaiting(EmbeddedStack stack, Queue queue, int many) {
        Waiting.until(
                "%d messages wait in the queue %s".formatted(many, queue),
                () -> stack.queues().depth(queue).waiting() >= many);
    }

    List<BookedOrders.Entry> booked(EmbeddedStack stack, SampleOrder order) {
        var prefix = "%s:%d/".formatted(EmbeddedStack.DEMO_SHOP, order.id());
        return BookedOrders.of(stack).entries().stream()
                .filter(entry -> entry.externalId().startsWith(prefix))
                .toList();
    }
}
