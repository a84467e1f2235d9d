package io.orderloom.crash;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Kills the whole stack, again and again on the same data: queues, table, door, sandboxes and the
 * functions' host die at once, each time with new orders in progress and others left from before.
 */
final class StackKills {
    private static final String NEARLY_UP = "sandbox ERP";

    private final StackProcesses lives;
    private final Customers customers;
    private final CrashAudit ledger;
    private final Consumer<String> progress;

    StackKills(
            StackProcesses lives,
            Customers customers,
            CrashAudit ledger,
            Consumer<String> progress) {
        this.lives = lives;
        this.customers = customers;
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Kills the stack once at each of the moments. To read the books afterwards, another stack has
     * to be started on the data.
     */
    void at(List<KillPoint> moments) throws IOException, InterruptedException {
        for (var moment : moments) {
            try (var stack = lives.next()) {
                var survivors =
                        switch (moment) {
                            case KillPoint.Starting() -> killStarting(stack);
                            case KillPoint.Amid amid -> killAmid(stack, amid);
                        };
                survivors.forEach(ledger::unnamed);
            }
            progress.accept("stack killed: " + moment);
        }
    }

    private static List<String> killStarting(StackProcess stack) throws InterruptedException {
        var _ = stack.await(line -> line.contains(NEARLY_UP));
        return stack.kill();
    }

    private List<String> killAmid(StackProcess stack, KillPoint.Amid moment)
            throws InterruptedException {
        try (var shop = stack.shop()) {
            customers.sendAgain(shop);
            lead(stack, shop, moment);
            return stack.kill();
        }
    }

    /** Sends two orders and waits until one of them is at the moment. */
    private void lead(StackProcess stack, Shop shop, KillPoint.Amid moment)
            throws InterruptedException {
        var kept = customers.order();
        var other = customers.order();
        switch (moment) {
            case KillPoint.OrderTaken() -> {
                ledger.kept(kept, other);
                customers.placeBlindly(shop, kept);
                customers.place(shop, other);
            }
            case KillPoint.Placing(var point) -> {
                ledger.kept(kept, other);
                stack.standStillAt(point);
                customers.placeBlindly(shop, kept);
                customers.placeBlindly(shop, other);
                stack.awaitStandstill();
            }
            case KillPoint.CancellationTaken() -> {
                posted(stack, shop, kept, other);
                customers.cancel(shop, other);
            }
            case KillPoint.Cancelling(var point) -> {
                posted(stack, shop, kept, other);
                stack.standStillAt(point);
                customers.cancelBlindly(shop, other);
                stack.awaitStandstill();
            }
        }
    }

    private void posted(StackProcess stack, Shop shop, SampleOrder kept, SampleOrder other)
            throws InterruptedException {
        ledger.placed(kept, other);
        customers.place(shop, kept);
        customers.place(shop, other);
        for (var order : List.of(kept, other)) {
            stack.awaitTold("posted", EmbeddedStack.DEMO_SHOP + ":" + order.id());
        }
    }
}
