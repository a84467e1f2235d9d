package io.orderloom.upgrade;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.Document;
import io.orderloom.embedded.shopify.ShopRefund;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Places and cancels orders and reads their results. */
final class UpgradeCustomer implements AutoCloseable {
    private static final long FIRST_ID = 820_000_001;

    private final EmbeddedStack stack;
    private final Shop shop;
    private long nextId = FIRST_ID;

    UpgradeCustomer(EmbeddedStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
    }

    List<SampleOrder> place(int many) throws IOException, InterruptedException {
        var orders = new ArrayList<SampleOrder>();
        for (int i = 0; i < many; i++) {
            var order =
                    new SampleOrder(
                            nextId++,
                            List.of(new Item("POT-12", "Teapot, 0.8 l", 2, 3_999, 1_111)),
                            595);
            deliver(order);
            orders.add(order);
        }
        return List.copyOf(orders);
    }

    /**
     * Places orders and returns when all are in the ERP and none has a message on its way there.
     */
    List<SampleOrder> placeAndBook(int many) throws IOException, InterruptedException {
        var orders = place(many);
        Waiting.until(
                "%d orders are booked".formatted(many),
                () ->
                        orders.stream().noneMatch(order -> documents(order).isEmpty())
                                && messages(Queue.INBOUND) + messages(Queue.ERP) == 0);
        return orders;
    }

    void deliver(SampleOrder order) throws IOException, InterruptedException {
        send("orders/create", ShopifyPayload.created(order));
    }

    void cancel(List<SampleOrder> orders) throws IOException, InterruptedException {
        for (var order : orders) {
            send("orders/cancelled", ShopifyPayload.cancelled(order));
        }
    }

    List<Document> documents(SampleOrder order) {
        var prefix = "%s:%d/".formatted(EmbeddedStack.DEMO_SHOP, order.id());
        return stack.erp().documents().stream()
                .filter(document -> document.order().externalId().startsWith(prefix))
                .toList();
    }

    List<ShopRefund> refunds(SampleOrder order) {
        return stack.shop().refunds(Long.toString(order.id()));
    }

    /** The number of messages in the queue, waiting or being handled. */
    int messages(Queue queue) {
        var depth = stack.queues().depth(queue);
        return depth.waiting() + depth.inFlight();
    }

    private void send(String topic, byte[] payload) throws IOException, InterruptedException {
        int status = shop.send(topic, payload).statusCode();
        if (status != 202) {
            throw new StartupFailure(
                    "webhook '%s' was answered with %d, not 202; logs are in %s"
                            .formatted(topic, status, stack.logs()));
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}
