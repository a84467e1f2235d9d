package io.orderloom.embedded.crash;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.poller.RetryDelay;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Round after round: two orders go through the packaged functions, of which each dies at one point
 * where it never died before; then the whole stack is stopped and started again. Points are found
 * by looking at what the functions do.
 */
final class Proof implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration BETWEEN_SENDS = Duration.ofMillis(300);
    private static final int SENDS = 200;
    private static final long FIRST_ORDER = 5_001;

    private final StackOptions.Builder options;
    private final Consumer<String> progress;
    private final Killer killer = new Killer();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Ledger ledger = new Ledger();
    private EmbeddedStack stack;
    private long next = FIRST_ORDER;

    /**
     * @param options where its state is; what it needs beside is set here
     */
    Proof(StackOptions.Builder options, Consumer<String> progress) throws InterruptedException {
        this.options =
                options.detour(killer)
                        .concurrency(1)
                        .retryDelay(new RetryDelay.After(Duration.ofSeconds(1)))
                        .environment(Map.of("ORDERLOOM_LEASE", "3s", "ORDERLOOM_SLOTS_KEPT", "4s"));
        this.progress = progress;
        this.stack = start(true);
    }

    private EmbeddedStack start(boolean fresh) throws InterruptedException {
        var started = EmbeddedStack.start(options.fresh(fresh).build());
        killer.aimAt(started.functions());
        return started;
    }

    /**
     * Until every point was died at that functions come by, or so many rounds are over.
     *
     * @return what became of the orders
     */
    Ledger run(int mostRounds) throws IOException, InterruptedException {
        round(List.of());
        for (int i = 0; i < mostRounds && !killer.open().isEmpty(); i++) {
            round(killer.open());
        }
        restart();
        ledger.check(stack);
        return ledger;
    }

    private void round(List<Point> points) throws IOException, InterruptedException {
        int before = killer.done().size();
        killer.missed().forEach(killer::arm);
        points.forEach(killer::arm);
        var kept = SampleOrder.drawn(next++, random);
        var undone = SampleOrder.drawn(next++, random);
        try (var shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret())) {
            send(shop, "orders/create", ShopifyPayload.created(kept));
            send(shop, "orders/create", ShopifyPayload.created(undone));
            ledger.placed(kept, undone);
            await(undone, "posted");
            send(shop, "orders/cancelled", ShopifyPayload.cancelled(undone));
            await(kept, "posted");
            await(undone, "refunded");
            awaitQuiet();
        }
        killer.disarm();
        killer.done().stream().skip(before).forEach(point -> progress.accept(point + " killed"));
    }

    /** While two orders are on their way. */
    private void restart() throws IOException, InterruptedException {
        var kept = SampleOrder.drawn(next++, random);
        var other = SampleOrder.drawn(next++, random);
        try (var shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret())) {
            send(shop, "orders/create", ShopifyPayload.created(kept));
            send(shop, "orders/create", ShopifyPayload.created(other));
            ledger.kept(kept, other);
        }
        stack.close();
        stack = start(false);
        awaitQuiet();
        progress.accept("the stack stopped amid two orders, and started again");
    }

    /** As shops do: again, until somebody has taken it. */
    private static void send(Shop shop, String topic, byte[] body)
            throws IOException, InterruptedException {
        for (int i = 0; i < SENDS; i++) {
            if (shop.send(topic, body).statusCode() == 202) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_SENDS.toNanos());
        }
        throw new IllegalStateException(topic + " was not taken");
    }

    private void await(SampleOrder order, String kind) throws InterruptedException {
        var subject = EmbeddedStack.DEMO_SHOP + ":" + order.id();
        boolean told =
                stack.subscriber()
                        .await(
                                events ->
                                        events.stream()
                                                .filter(e -> e.subject().equals(subject))
                                                .map(ReceivedEvent::kind)
                                                .anyMatch(kind::equals),
                                PATIENCE);
        if (!told) {
            ledger.unnamed("%s was not %s within %s".formatted(subject, kind, PATIENCE));
        }
    }

    private void awaitQuiet() {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!Stream.of(Queue.values()).allMatch(this::isEmpty)) {
            if (System.nanoTime() > until) {
                ledger.unnamed("messages are still on their way");
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isEmpty(Queue queue) {
        var depth = stack.queues().depth(queue);
        return depth.waiting() == 0 && depth.inFlight() == 0;
    }

    /** Where processes died. */
    List<Point> killed() {
        return killer.done();
    }

    /** Where they never did, though they came by. */
    List<Point> missed() {
        return killer.missed();
    }

    @Override
    public void close() {
        stack.close();
        killer.close();
    }
}
