package io.orderloom.embedded.demo;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Sends the orders of one demo as a shop would, and waits for each until it has settled. */
final class DemoShop implements AutoCloseable {
    private static final int ORDINARY = 6;
    private static final int DELIVERIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedStack stack;
    private final Shop shop;
    private final Timeline timeline;
    private final long firstId;
    private final SplittableRandom random;
    private final List<SampleOrder> orders = new ArrayList<>();

    /**
     * @param firstId a number above the ids of all orders of earlier demos at the same ERP
     */
    DemoShop(EmbeddedStack stack, Timeline timeline, long firstId) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
        this.timeline = timeline;
        this.firstId = firstId;
        this.random = new SplittableRandom(firstId);
    }

    /** All orders that were sent, in their order. */
    List<SampleOrder> orders() {
        return List.copyOf(orders);
    }

    /** Returns false when an order has not settled in time. */
    boolean run() throws IOException, InterruptedException {
        for (int i = 0; i < ORDINARY; i++) {
            send("orders/create", next());
        }
        var cancelled = next();
        send("orders/create", cancelled);
        var repeated = next();
        for (int i = 0; i < DELIVERIES; i++) {
            send("orders/create", repeated);
        }
        boolean posted = true;
        for (var order : orders) {
            posted &= told(order, "posted");
        }
        send("orders/cancelled", cancelled);
        return posted && told(cancelled, "erp_cancelled") && told(cancelled, "refunded");
    }

    private SampleOrder next() {
        var order = SampleOrder.drawn(firstId + orders.size(), random);
        orders.add(order);
        return order;
    }

    private void send(String topic, SampleOrder order) throws IOException, InterruptedException {
        var body =
                topic.equals("orders/cancelled")
                        ? ShopifyPayload.cancelled(order)
                        : ShopifyPayload.created(order);
        timeline.sending(order);
        timeline.sent(order, topic, shop.send(topic, body).statusCode());
    }

    private boolean told(SampleOrder order, String kind) throws InterruptedException {
        var id = EmbeddedStack.DEMO_SHOP + ":" + order.id();
        Predicate<ReceivedEvent> wanted = e -> e.subject().equals(id) && e.kind().equals(kind);
        boolean came =
                stack.subscriber().await(events -> events.stream().anyMatch(wanted), PATIENCE);
        if (!came) {
            timeline.missed(order, kind, PATIENCE);
        }
        return came;
    }

    @Override
    public void close() {
        shop.close();
    }
}
