package io.orderloom.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.topology.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the whole stack with the packaged functions once; {@code make chaos-real} kills it more
 * often.
 */
class StackKillsTest {
    private static final Path ROOT = Path.of(System.getProperty("orderloom.root", "../.."));
    private static final KillPoint BOOKED =
            new KillPoint.Placing(
                    new Point(Function.ERP_POST, KillBoundary.ERP_WRITE, Point.Side.AFTER));

    @TempDir Path data;

    @Test
    void an_order_that_the_erp_booked_before_everything_died_has_one_document() throws Exception {
        var customers = new Customers();
        var ledger = new CrashAudit();
        var said = new ArrayList<String>();
        var words = List.of("--no-aot", "--data", data.toString());

        new StackKills(new StackProcesses(ROOT, words), customers, ledger, said::add)
                .at(List.of(BOOKED));

        assertThat(said).containsExactly("stack killed: " + BOOKED);
        try (var stack = startAgain()) {
            assertThat(stack.erp().documents()).as("booked before the kill").isNotEmpty();
            try (var shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret())) {
                customers.sendAgain(shop);
            }
            Quiescence.await(stack, ledger);
            ledger.check(stack);

            assertThat(ledger.wrong()).isEmpty();
            assertThat(stack.erp().documents()).as("of two orders").hasSize(2);
        }
    }

    private EmbeddedStack startAgain() throws InterruptedException {
        return EmbeddedStack.start(ShortTimeouts.with(StackOptions.of(ROOT).data(data)).build());
    }
}
