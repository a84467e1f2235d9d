package io.orderloom.crash;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.erp.SandboxFault;
import io.orderloom.embedded.shopify.AdminFault;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs round after round: two orders go through the packaged functions, and each function is killed
 * at one point where it was never killed before. Then the whole stack is stopped, killed, and
 * started again. The points are found by watching the functions' requests.
 */
final class Proof implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final StackOptions.Builder options;
    private final Consumer<String> progress;
    private final Killer killer = new Killer();
    private final KillingProxies ways = new KillingProxies(killer);
    private final Customers customers = new Customers();
    private final CrashAudit ledger = new CrashAudit();
    private EmbeddedStack stack;

    /**
     * @param options with the directory of the stack's state; all other options are set here
     */
    Proof(StackOptions.Builder options, Consumer<String> progress) throws InterruptedException {
        this.options = ShortTimeouts.with(options).detour(ways);
        this.progress = progress;
        this.stack = start(true);
    }

    private EmbeddedStack start(boolean fresh) throws InterruptedException {
        var started = EmbeddedStack.start(options.fresh(fresh).build());
        killer.aimAt(started.functions());
        return started;
    }

    /**
     * Runs until functions were killed at every point that they reach, or until the rounds are
     * over.
     */
    void killFunctions(int mostRounds) throws InterruptedException {
        round(List.of());
        for (int i = 0; i < mostRounds && !killer.open().isEmpty(); i++) {
            round(killer.open());
        }
    }

    private void round(List<Point> points) throws InterruptedException {
        int before = killer.done().size();
        killer.missed().forEach(killer::arm);
        points.forEach(killer::arm);
        var kept = customers.order();
        var undone = customers.order();
        misbehave();
        try (var shop = shop()) {
            customers.place(shop, kept);
            customers.place(shop, undone);
            ledger.placed(kept, undone);
            await(undone, "posted");
            customers.cancel(shop, undone);
            await(kept, "posted");
            await(undone, "refunded");
            Quiescence.await(stack, ledger);
        }
        killer.disarm();
        killer.done().stream().skip(before).forEach(point -> progress.accept(point + " killed"));
    }

    /**
     * Injects faults that make a function postpone a message, if it is still to be killed while it
     * does so.
     */
    private void misbehave() {
        if (killer.waitsFor(Function.ERP_POST, KillBoundary.POSTPONE)) {
            stack.erp().failNext(1, new SandboxFault.RateLimited(TRY_AGAIN));
        }
        if (killer.waitsFor(Function.REFUND_COMPENSATION, KillBoundary.POSTPONE)) {
            stack.shop().failNext(1, new AdminFault.Throttled(TRY_AGAIN));
        }
    }

    private Shop shop() {
        return new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
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

    /** Stops and starts the stack in an orderly way while two orders are in progress. */
    void restart() throws InterruptedException {
        var kept = customers.order();
        var other = customers.order();
        try (var shop = shop()) {
            customers.place(shop, kept);
            customers.place(shop, other);
            ledger.kept(kept, other);
        }
        stack.close();
        stack = start(false);
        Quiescence.await(stack, ledger);
        progress.accept("the stack stopped amid two orders, and started again");
    }

    /**
     * Kills the whole stack at each of the moments.
     *
     * @param kills starts the stack's processes, on the same data
     */
    void killStacks(StackProcesses kills, List<KillPoint> moments)
            throws IOException, InterruptedException {
        stack.close();
        new StackKills(kills, customers, ledger, progress).at(moments);
        stack = start(false);
        try (var shop = shop()) {
            customers.sendAgain(shop);
        }
        Quiescence.await(stack, ledger);
    }

    /** The result of the orders; called once, at the end. */
    CrashAudit audited() {
        ledger.check(stack);
        return ledger;
    }

    /** The points where processes were killed. */
    List<Point> killed() {
        return killer.done();
    }

    /** The points that functions reached and where none was killed. */
    List<Point> missed() {
        return killer.missed();
    }

    @Override
    public void close() {
        stack.close();
        ways.close();
    }
}
