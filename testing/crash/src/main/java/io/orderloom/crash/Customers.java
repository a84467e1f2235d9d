package io.orderloom.crash;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Customers that place and cancel orders. Their shop sends each webhook again until it is accepted.
 */
final class Customers {
    private static final Duration BETWEEN_SENDS = Duration.ofMillis(300);
    private static final int SENDS = 200;
    private static final int TAKEN = 202;
    private static final long FIRST_ORDER = 5_001;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<Webhook, CompletableFuture<HttpResponse<String>>> underWay =
            new LinkedHashMap<>();
    private long next = FIRST_ORDER;

    /** A webhook that the shop sends about an order. */
    private record Webhook(String topic, SampleOrder order) {
        byte[] body() {
            return topic.equals(CANCELLED)
                    ? ShopifyPayload.cancelled(order)
                    : ShopifyPayload.created(order);
        }

        private static final String CREATED = "orders/create";
        private static final String CANCELLED = "orders/cancelled";
    }

    SampleOrder order() {
        return SampleOrder.drawn(next++, random);
    }

    /** Places an order and returns when its webhook is accepted. */
    void place(Shop shop, SampleOrder order) throws InterruptedException {
        send(shop, new Webhook(Webhook.CREATED, order));
    }

    /** Cancels an order and returns when its webhook is accepted. */
    void cancel(Shop shop, SampleOrder order) throws InterruptedException {
        send(shop, new Webhook(Webhook.CANCELLED, order));
    }

    /** Places an order without waiting for the answer. */
    void placeBlindly(Shop shop, SampleOrder order) {
        sendBlindly(shop, new Webhook(Webhook.CREATED, order));
    }

    /** Cancels an order without waiting for the answer. */
    void cancelBlindly(Shop shop, SampleOrder order) {
        sendBlindly(shop, new Webhook(Webhook.CANCELLED, order));
    }

    private void sendBlindly(Shop shop, Webhook webhook) {
        underWay.put(webhook, shop.sendAsync(webhook.topic(), webhook.body()));
    }

    /** Sends all webhooks again that were not accepted, and returns when they are. */
    void sendAgain(Shop shop) throws InterruptedException {
        List<Webhook> again = new ArrayList<>();
        for (var sent : underWay.entrySet()) {
            if (!taken(sent.getValue())) {
                again.add(sent.getKey());
            }
        }
        underWay.clear();
        for (var webhook : again) {
            send(shop, webhook);
        }
    }

    /** Returns whether the answer accepts the webhook. A missing answer does not. */
    private static boolean taken(CompletableFuture<HttpResponse<String>> answer)
            throws InterruptedException {
        try {
            return answer.get().statusCode() == TAKEN;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static void send(Shop shop, Webhook webhook) throws InterruptedException {
        for (int i = 0; i < SENDS; i++) {
            if (taken(shop.sendAsync(webhook.topic(), webhook.body()))) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_SENDS.toNanos());
        }
        throw new IllegalStateException(
                "%s was accepted at none of %d attempts".formatted(webhook, SENDS));
    }
}
