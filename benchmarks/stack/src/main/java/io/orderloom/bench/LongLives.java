package io.orderloom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Orders of which more and more is said: a warehouse allocates one unit after another, each by a
 * fact of its own, and each is told.
 */
final class LongLives implements AutoCloseable {
    private static final int ORDERS = 10;

    /** Facts of each order that a figure is the average of. */
    private static final int MEASURED = 10;

    private static final int WARM_UP = 100;
    private static final int UNITS = 400;
    private static final long FIRST_ID = 6_000_000_000_001L;
    private static final String WAREHOUSE = "wms";
    private static final String ALLOCATED = "allocated";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AT = "2026-11-03T08:15:30Z";

    private final EmbeddedStack stack;
    private final SqsClient inbound;
    private final Semaphore told;
    private final ProgressLine progress;
    private final FactMessages messages = new FactMessages(WAREHOUSE, AT);
    private List<SampleOrder> orders = List.of();
    private long nextId = FIRST_ID;
    private int facts;

    private LongLives(EmbeddedStack stack, Semaphore told, ProgressLine progress) {
        this.stack = stack;
        this.inbound = LocalAws.sqs(stack.sqsEndpoint());
        this.told = told;
        this.progress = progress;
    }

    private SampleOrder order() {
        return new SampleOrder(
                nextId++,
                List.of(new SampleOrder.Item("MUG-01", "Stoneware mug", UNITS, 1_250, 0)),
                0);
    }

    static LongLives start(StackOptions.Builder options, ProgressLine progress)
            throws InterruptedException {
        var told = new Semaphore(0);
        var stack =
                EmbeddedStack.start(
                        options.archive(Function.NORMALIZE, FactMessages.reader(Path.of("")))
                                .channels(List.of(FactMessages.channel(WAREHOUSE, "warehouse")))
                                .progress(progress::line)
                                .listener(event -> count(event, told))
                                .build());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
        var lives = new LongLives(stack, told, progress);
        lives.place();
        lives.grow(WARM_UP);
        lives.place();
        return lives;
    }

    private static void count(ReceivedEvent event, Semaphore told) {
        if (event.kind().equals(ALLOCATED)) {
            told.release();
        }
    }

    /** The facts whose cost {@link #measured} returns. */
    int measuredFacts() {
        return ORDERS * MEASURED;
    }

    /** Lets each order have so many facts, and returns what some more of them take. */
    MeterReading measured(int wanted) throws InterruptedException {
        grow(wanted);
        progress.line("%d orders with %d facts each".formatted(ORDERS, facts));
        var before = MeterReading.of(stack);
        for (int i = 0; i < MEASURED; i++) {
            oneMore();
        }
        return MeterReading.of(stack).since(before);
    }

    private void grow(int wanted) throws InterruptedException {
        while (facts < wanted) {
            oneMore();
        }
    }

    /** Places orders whose lives begin now, in place of those before them. */
    private void place() throws InterruptedException {
        orders = Stream.generate(this::order).limit(ORDERS).toList();
        facts = 0;
        try (var shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret())) {
            for (var order : orders) {
                int status = shop.send("orders/create", ShopifyPayload.created(order)).statusCode();
                if (status != 202) {
                    throw new StartupFailure("a webhook was answered with " + status);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void oneMore() throws InterruptedException {
        facts++;
        for (var order : orders) {
            var body =
                    messages.of(
                            "allocated-%d-%d".formatted(order.id(), facts),
                            "life-" + order.id(),
                            fact(order));
            inbound.sendMessage(
                    r -> r.queueUrl(stack.queues().url(Queue.INBOUND)).messageBody(body));
        }
        if (!told.tryAcquire(ORDERS, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StartupFailure(
                    "fact %d was told of %d of %d orders; the functions' logs say why: %s"
                            .formatted(facts, told.availablePermits(), ORDERS, stack.logs()));
        }
    }

    private JsonNode fact(SampleOrder order) {
        var fact =
                StackJson.object()
                        .put("fact", ALLOCATED)
                        .put("orderId", EmbeddedStack.DEMO_SHOP + ":" + order.id());
        fact.putObject("provenance")
                .put("key", "wms/north|%s|%d|%d".formatted(ALLOCATED, order.id(), facts))
                .put("role", "WAREHOUSE")
                .put("occurredAt", AT)
                .put("recordedAt", AT)
                .put("correlationId", "life-" + order.id());
        fact.putArray("units")
                .addObject()
                .put("lineId", Long.toString(order.id() * 10))
                .put("quantity", "1");
        return fact;
    }

    @Override
    public void close() {
        inbound.close();
        stack.close();
    }
}
