package io.orderloom.deployed;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends a shop's webhooks, and sends each again until it is accepted. */
final class WebhookSender {
    private static final int SENDS = 40;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final int CONNECTIONS = 4;
    private static final int TAKEN = 202;

    private final Shop shop;
    private final LocalStage stage;
    private final HttpClient http;

    /**
     * A shop keeps few connections open. Each call that comes at once starts a process, and an
     * emulator that has no reserved concurrency for a version starts as many as are asked for.
     */
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    private final AtomicInteger refused = new AtomicInteger();

    WebhookSender(Shop shop, LocalStage stage, HttpClient http) {
        this.shop = shop;
        this.stage = stage;
        this.http = http;
    }

    /** Sends each order's webhook several times, in random order. */
    void place(List<SampleOrder> orders, int times, long seed) throws InterruptedException {
        var sends = new ArrayList<SampleOrder>();
        for (int i = 0; i < times; i++) {
            sends.addAll(orders);
        }
        Collections.shuffle(sends, new Random(seed));
        for (var order : sends) {
            send("orders/create", ShopifyPayload.created(order));
        }
    }

    /**
     * Sends a fixed number of orders a second, without waiting for the answers while there are
     * connections left.
     */
    void burst(List<SampleOrder> orders, int aSecond) {
        var begun = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<Void>>();
            for (int i = 0; i < orders.size(); i++) {
                var order = orders.get(i);
                var due = begun + Duration.ofSeconds(1).dividedBy(aSecond).toNanos() * i;
                LockSupport.parkNanos(due - System.nanoTime());
                sent.add(
                        senders.submit(() -> {
                            send("orders/create", ShopifyPayload.created(order));
                            return null;
                        }));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the burst was not taken", failed.getCause());
        }
    }

    /**
     * Cancels an order, and first informs the sandbox shop of it, so that the shop can refund it.
     */
    void cancel(SampleOrder order) throws IOException, InterruptedException {
        var webhook = ShopifyPayload.cancelled(order);
        var known =
                HttpRequest.newBuilder(URI.create(stage.shop() + "/sandbox/sent"))
                        .header("x-shopify-access-token", stage.shopToken())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(webhook))
                        .build();
        http.send(known, HttpResponse.BodyHandlers.discarding());
        send("orders/cancelled", webhook);
    }

    /** The number of webhooks that were refused so far, each time they were. */
    int refused() {
        return refused.get();
    }

    /**
     * Waits longer from one attempt to the next, as shops do. A refused webhook that came again and
     * again at once would take the door the time to recover.
     */
    private void send(String topic, byte[] body) throws InterruptedException {
        var pause = FIRST_PAUSE;
        for (int i = 0; i < SENDS; i++) {
            if (taken(topic, body)) {
                return;
            }
            refused.incrementAndGet();
            LockSupport.parkNanos(pause.toNanos());
            pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
        }
        throw new IllegalStateException("a webhook was not taken in %d attempts".formatted(SENDS));
    }

    private boolean taken(String topic, byte[] body) throws InterruptedException {
        connections.acquire();
        try {
            return shop.send(topic, body).statusCode() == TAKEN;
        } catch (IOException e) {
            return false;
        } finally {
            connections.release();
        }
    }
}
