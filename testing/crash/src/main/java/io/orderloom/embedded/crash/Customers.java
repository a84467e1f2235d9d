package io.orderloom.embedded.crash;

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

/** Order at the shop and cancel; the shop sends again what nobody took. */
final class Customers {
    private static final Duration BETWEEN_SENDS = Duration.ofMillis(300);
    private static final int SENDS = 200;
    private static final int TAKEN = 202;
    private static final long FIRST_ORDER = 5_001;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<Webhook, CompletableFuture<HttpResponse<String>>> underWay =
            new LinkedHashMap<>();
    private long next = FIRST_ORDER;

    /** What the shop has to say of an order. */
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

    /** Returns when it is taken. */
    void place(Shop shop, SampleOrder order) throws InterruptedException {
        send(shop, new Webhook(Webhook.CREATED, order));
    }

    /** Returns when it is taken. */
    void cancel(Shop shop, SampleOrder order) throws InterruptedException {
        send(shop, new Webhook(Webhook.CANCELLED, order));
    }

    /** Does not wait whether somebody takes it. */
    void placeBlindly(Shop shop, SampleOrder order) {
        sendBlindly(shop, new Webhook(Webhook.CREATED, order));
    }

    /** Does not wait whether somebody takes it. */
    void cancelBlindly(Shop shop, SampleOrder order) {
        sendBlindly(shop, new Webhook(Webhook.CANCELLED, order));
    }

    private void sendBlindly(Shop shop, Webhook webhook) {
        underWay.put(webhook, shop.sendAsync(webhook.topic(), webhook.body()));
    }

    /** What was sent and not taken, whatever became of it; returns when it is taken. */
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

    /** No answer, or none in time, is no. */
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
        throw new IllegalStateException(webhook + " was not taken");
    }
}
