package io.orderloom.figures;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Customers that place orders one after another. Each order is booked, then cancelled and refunded,
 * and a sweep follows, so that every function has work.
 */
final class Workload implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long FIRST_ID = 700_000_000;

    private final EmbeddedStack stack;
    private final Shop shop;

    /** Has a fixed seed, so that every kind of package gets the same orders. */
    private final SplittableRandom random = new SplittableRandom(FIRST_ID);

    private long nextId = FIRST_ID;

    Workload(EmbeddedStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
    }

    void order(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            var order = SampleOrder.drawn(nextId++, random);
            send("orders/create", ShopifyPayload.created(order));
            await(order, "posted");
            send("orders/cancelled", ShopifyPayload.cancelled(order));
            await(order, "erp_cancelled");
            await(order, "refunded");
            stack.schedules().call(Schedule.WORK);
        }
    }

    private void send(String topic, byte[] body) throws IOException, InterruptedException {
        int status = shop.send(topic, body).statusCode();
        if (status != 202) {
            throw new StartupFailure(
                    "a webhook was answered with %d; the functions' logs say why: %s"
                            .formatted(status, stack.logs()));
        }
    }

    private void await(SampleOrder order, String kind) throws InterruptedException {
        var id = EmbeddedStack.DEMO_SHOP + ":" + order.id();
        Predicate<ReceivedEvent> wanted = e -> e.subject().equals(id) && e.kind().equals(kind);
        if (!stack.subscriber().await(all -> all.stream().anyMatch(wanted), PATIENCE)) {
            throw new StartupFailure(
                    "the event '%s' of %s was not delivered; the functions' logs say why: %s"
                            .formatted(kind, id, stack.logs()));
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}
