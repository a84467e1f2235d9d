package io.orderloom.embedded.demo;

import io.orderloom.embedded.Arguments;
import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.StartupFailure;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the stack, sends signed orders, shows what happens to them, and keeps running. */
public final class Demo {
    private static final int WRONG_USE = 2;
    private static final int DID_NOT_HOLD = 1;

    private Demo() {}

    public static void main(String[] given) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(given));
        boolean once = words.remove("--once");
        try {
            var arguments = Arguments.parse(words, System.getenv(), defaults());
            if (arguments.help()) {
                System.out.println("  --once                end when the orders have settled");
                System.out.println(Arguments.HELP);
                return;
            }
            run(arguments.options(), once, System.out);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    /**
     * Uses a directory of its own, which is emptied first, so that the state of {@code make run} is
     * not touched.
     */
    private static StackOptions.Builder defaults() {
        var root = Path.of("");
        return StackOptions.of(root)
                .aotCaches(true)
                .data(root.resolve(".orderloom").resolve("demo"))
                .fresh(true);
    }

    private static void run(StackOptions.Builder options, boolean once, PrintStream out)
            throws IOException, InterruptedException {
        var timeline = new Timeline(out, terminal());
        out.printf("Starting Orderloom …%n");
        var wanted = options.progress(out::println).listener(timeline::told).build();
        // Not in a try block: the process ends by a signal or an exit, and the shutdown hook closes
        // the stack.
        var stack = EmbeddedStack.start(wanted);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
        out.printf("%nSending signed orders to %s%n%n", stack.demoShopWebhooks());

        try (var shop = new DemoShop(stack, timeline, InstantSource.system().millis() * 100)) {
            boolean settled = shop.run();
            var balance = Balance.of(shop.orders(), BookedOrders.of(stack).entries());
            balance.print(out);
            if (once) {
                out.println("demo: " + balance);
                System.exit(settled && balance.holds() ? 0 : DID_NOT_HOLD);
            }
            stack.addresses().forEach(out::println);
            out.printf("%nCtrl-C ends it.%n");
            out.println("demo: " + balance);
        }
        new CountDownLatch(1).await();
    }

    private static boolean terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
