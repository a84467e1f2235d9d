package io.orderloom.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Sends signed orders to a running stack, one phase after another. */
final class Load implements AutoCloseable {
    /**
     * The wait after the last order was sent, which is longer than the longest detour: a lost
     * lease.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The wait after a backlog was released, long enough for a machine that has other work. */
    private static final Duration PATIENCE_WITH_BACKLOG = Duration.ofMinutes(5);

    static final long FIRST_ID = 5_000_000_000_001L;

    private final EmbeddedStack stack;
    private final Shop shop;
    private final SplittableRandom random;
    private final ProgressLine progress;
    private final AtomicReference<Passages> current;
    private long nextId = FIRST_ID;

    /**
     * @param ears receives the events of the stack's subscriber
     */
    Load(EmbeddedStack stack, Ears ears, long seed, ProgressLine progress) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
        this.random = new SplittableRandom(seed);
        this.progress = progress;
        this.current = ears.current;
    }

    /**
     * Passes on the subscriber's events. It is created before the stack, which needs it at its
     * start, and the load reads it afterwards.
     */
    static final class Ears {
        private final AtomicReference<Passages> current = new AtomicReference<>(new Passages());

        void hear(ReceivedEvent event) {
            current.get().heard(event, System.nanoTime());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Prepared(SampleOrder order, byte[] payload) {}

    /**
     * Runs a phase, and returns when the events of every acknowledged order were delivered or the
     * time is over.
     */
    Phase run(String name, RateSchedule schedule) throws InterruptedException {
        return run(name, schedule, () -> {}, PATIENCE);
    }

    /** Runs a phase as after an outage: normalize is stopped until all orders wait in the queue. */
    Phase runBacklog(String name, RateSchedule schedule) throws InterruptedException {
        stack.starve(Function.NORMALIZE);
        return run(name, schedule, () -> stack.feed(Function.NORMALIZE), PATIENCE_WITH_BACKLOG);
    }

    private Phase run(String name, RateSchedule schedule, Runnable whenSent, Duration patience)
            throws InterruptedException {
        var orders = prepare(schedule.orders());
        var passages = new Passages();
        current.set(passages);
        var before = MeterReading.of(stack);
        var start = System.nanoTime();
        for (int i = 0; i < orders.size(); i++) {
            var due = start + schedule.dueNanos(i);
            waitUntil(due);
            send(passages, orders.get(i), due);
            progress.show(name, passages.progress());
        }
        waitUntil(start + schedule.length().toNanos());
        var backlog = passages.progress().open();
        whenSent.run();
        var end = System.nanoTime() + patience.toNanos();
        while (!passages.awaitOver(ProgressLine.INTERVAL) && System.nanoTime() < end) {
            progress.show(name, passages.progress());
        }
        var used = MeterReading.of(stack).since(before);
        var all = passages.all();
        var phase =
                new Phase(
                        schedule, all, backlog, BenchAudit.of(all, stack.erp().documents()), used);
        progress.done(name, phase);
        return phase;
    }

    @Override
    public void close() {
        shop.close();
    }

    /**
     * Prepares the webhooks before the clock starts, so that the sender has little work during the
     * phase.
     */
    private List<Prepared> prepare(int orders) {
        return Stream.generate(() -> SampleOrder.drawn(nextId++, random))
                .limit(orders)
                .map(order -> new Prepared(order, ShopifyPayload.created(order)))
                .toList();
    }

    private void send(Passages passages, Prepared prepared, long due) {
        passages.due(prepared.order(), due);
        var _ =
                shop.sendAsync("orders/create", prepared.payload())
                        .whenComplete((answer, failure) ->
                                passages.answered(
                                        prepared.order(),
                                        failure == null ? answer.statusCode() : 0,
                                        System.nanoTime()));
    }

    private static void waitUntil(long nanoTime) throws InterruptedException {
        var left = nanoTime - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = nanoTime - System.nanoTime();
        }
    }
}
