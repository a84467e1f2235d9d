package io.orderloom.embedded.crash;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.erp.ErpFault;
import io.orderloom.embedded.shopify.AdminFault;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import io.orderloom.topology.Function;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Round after round: two orders go through the packaged functions, of which each dies at one point
 * where it never died before; then the whole stack is stopped, killed, and started again. Points
 * are found by looking at what the functions do.
 */
final class Proof implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final StackOptions.Builder options;
    private final Consumer<String> progress;
    private final Killer killer = new Killer();
    private final KillingProxies ways = new KillingProxies(killer);
    private final Customers customers = new Customers();
    private final Ledger ledger = new Ledger();
    private EmbeddedStack stack;

    /**
     * @param options where its state is; what it needs beside is set here
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

    /** Until every point was died at that functions come by, or so many rounds are over. */
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

    /** Where somebody is to die of putting off what can't be done yet, it can't once. */
    private void misbehave() {
        if (killer.waitsFor(Function.ERP_POST, Boundary.POSTPONE)) {
            stack.erp().failNext(1, new ErpFault.RateLimited(TRY_AGAIN));
        }
        if (killer.waitsFor(Function.REFUND_COMPENSATION, Boundary.POSTPONE)) {
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

    /** In an orderly way, while two orders are on their way. */
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
     * Kills the whole stack at each.
     *
     * @param kills its processes, on the same data
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

    /** What became of the orders; once, at the end. */
    Ledger audited() {
        ledger.check(stack);
        return ledger;
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
        ways.close();
    }
}
