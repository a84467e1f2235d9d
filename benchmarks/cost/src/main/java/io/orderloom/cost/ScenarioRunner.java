package io.orderloom.cost;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.EventSource;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Runs orders through scenarios in steps, so that nothing depends on chance: each step begins when
 * all queues are empty, and full batches are released to one function after another.
 */
final class ScenarioRunner implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final int DELIVERIES = 5;
    private static final Function[] FED = {
        Function.NORMALIZE, Function.ERP_POST, Function.STATUS_FANOUT
    };

    private final EmbeddedStack stack;
    private final Shop shop;
    private final SqsClient inbound;
    private long nextId = 810_000_001;

    ScenarioRunner(EmbeddedStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
        this.inbound =
                LocalAws.sqs(
                        stack.metering()
                                .inFrontOf(stack.sqsEndpoint(), "sqs", Function.INTAKE.label()));
    }

    /** Runs so many orders of a scenario and returns their consumption. */
    Measured measure(Scenario scenario, int orders) throws IOException, InterruptedException {
        var before = Consumption.of(stack);
        switch (scenario) {
            case FULL -> placeTogether(orders);
            case ALONE -> each(orders, this::place);
            case UNDONE -> each(orders, this::undo);
            case REPEATED -> each(orders, this::repeat);
            case WHOLE_LIFE -> each(orders, this::live);
            case WHOLE_LIFE_FULL -> liveTogether(orders);
        }
        var used = Consumption.of(stack).since(before);
        return new Measured(
                scenario, orders, scenario.wholeLife() ? StatedFacts.withIntake(used) : used);
    }

    /** Runs so many orders without measuring them. */
    void warmUp(int orders) throws IOException, InterruptedException {
        each(orders, this::place);
    }

    /** The steps of one order. */
    @FunctionalInterface
    private interface Life {
        void of(SampleOrder order) throws IOException, InterruptedException;
    }

    private void each(int orders, Life life) throws IOException, InterruptedException {
        for (int i = 0; i < orders; i++) {
            life.of(next());
        }
    }

    private void place(SampleOrder order) throws IOException, InterruptedException {
        send("orders/create", ShopifyPayload.created(order));
        told(order, "posted");
    }

    private void undo(SampleOrder order) throws IOException, InterruptedException {
        place(order);
        send("orders/cancelled", ShopifyPayload.cancelled(order));
        told(order, "refunded");
    }

    private void live(SampleOrder order) throws IOException, InterruptedException {
        place(order);
        for (var fact : new StatedFacts(EmbeddedStack.DEMO_SHOP, order).all()) {
            state(fact);
            told(order, fact.told());
        }
        told(order, "completed");
    }

    private void state(StatedFacts.Stated fact) {
        inbound.sendMessage(
                r -> r.queueUrl(stack.queues().url(Queue.INBOUND)).messageBody(fact.message()));
    }

    private void repeat(SampleOrder order) throws IOException, InterruptedException {
        for (int i = 0; i < DELIVERIES; i++) {
            place(order);
        }
    }

    private List<SampleOrder> placeTogether(int many) throws IOException, InterruptedException {
        var orders = Stream.generate(this::next).limit(many).toList();
        stack.starve(FED);
        for (var order : orders) {
            send("orders/create", ShopifyPayload.created(order));
        }
        letThrough();
        return orders;
    }

    private void liveTogether(int many) throws IOException, InterruptedException {
        var orders = placeTogether(many);
        for (int step = 0; step < StatedFacts.COUNT; step++) {
            stack.starve(FED);
            for (var order : orders) {
                state(new StatedFacts(EmbeddedStack.DEMO_SHOP, order).all().get(step));
            }
            letThrough();
        }
        for (var order : orders) {
            told(order, "completed");
        }
    }

    /**
     * Starts one function after another, each until its queue is empty, so that every batch is
     * full.
     */
    private void letThrough() {
        for (var function : FED) {
            stack.feed(function);
            await("a queue to be empty", () -> empty(queue(function)));
        }
        quiet();
    }

    /**
     * An order of two lines, a discount that does not divide evenly, and shipping. All orders have
     * the same size.
     */
    private SampleOrder next() {
        return new SampleOrder(
                nextId++,
                List.of(
                        new Item("MUG-01", "Stoneware mug", 3, 1_250, 333),
                        new Item("TEA-07", "Green tea, 100 g", 1, 899, 0)),
                595);
    }

    private void send(String topic, byte[] payload) throws IOException, InterruptedException {
        int status = shop.send(topic, payload).statusCode();
        if (status != 202) {
            throw new StartupFailure(
                    "a webhook was answered with %d; the functions' logs say why: %s"
                            .formatted(status, stack.logs()));
        }
    }

    private void told(SampleOrder order, String... kinds) throws InterruptedException {
        var id = EmbeddedStack.DEMO_SHOP + ":" + order.id();
        for (var kind : kinds) {
            Predicate<ReceivedEvent> wanted = e -> e.subject().equals(id) && e.kind().equals(kind);
            if (!stack.subscriber().await(all -> all.stream().anyMatch(wanted), PATIENCE)) {
                throw new StartupFailure(
                        "the event '%s' of %s was not delivered; the functions' logs say why: %s"
                                .formatted(kind, id, stack.logs()));
            }
        }
        quiet();
    }

    private void quiet() {
        await("the queues to be empty", () -> Stream.of(Queue.values()).allMatch(this::empty));
    }

    private boolean empty(Queue queue) {
        var depth = stack.queues().depth(queue);
        return depth.waiting() == 0 && depth.inFlight() == 0;
    }

    private static Queue queue(Function function) {
        return Topology.EVENT_SOURCES.stream()
                .filter(source -> source.function() == function)
                .map(EventSource::queue)
                .findFirst()
                .orElseThrow();
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StartupFailure("waited %s for %s".formatted(PATIENCE, what));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public void close() {
        shop.close();
        inbound.close();
    }
}
