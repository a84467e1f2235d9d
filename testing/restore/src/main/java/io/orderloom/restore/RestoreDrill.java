package io.orderloom.restore;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.common.StartupFailure;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import io.orderloom.upgrade.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code make restore-drill}: the table of an hour ago with empty queues, and an ERP that is ahead
 * of it.
 */
public final class RestoreDrill {
    private static final int DID_NOT_HOLD = 1;
    private static final int WRONG_USE = 2;
    private static final int EACH = 4;
    private static final String SECRETS = "secrets.properties";
    private static final Duration DUE_AFTER = Duration.ofSeconds(2);
    private static final Function[] CONSUMERS = {
        Function.NORMALIZE, Function.ERP_POST, Function.STATUS_FANOUT, Function.REFUND_COMPENSATION
    };

    private final StackOptions.Builder options;
    private final PrintStream out;
    private final LostHour hour = new LostHour();

    RestoreDrill(StackOptions.Builder options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            var root = Path.of("");
            var options =
                    StackOptions.of(root).data(root.resolve(".orderloom").resolve("restore-drill"));
            var outcome = new RestoreDrill(options, System.out).run();
            System.out.println("restore-drill: " + outcome);
            System.exit(outcome.holds() ? 0 : DID_NOT_HOLD);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    RestoreOutcome run() throws IOException, InterruptedException {
        Path secrets;
        try (var stack = start(true, Map.of())) {
            secrets = stack.logs().resolveSibling(SECRETS);
            loseAnHour(stack);
        }
        Files.delete(secrets);
        out.printf("lost: the secrets, with the key that encrypted them; new ones are stored%n");
        // Calls that the table has lost are looked up before they are made.
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        try (var stack = start(false, Map.of("ORDERLOOM_LOOK_FIRST_UNTIL", until))) {
            return recover(stack);
        }
    }

    private EmbeddedStack start(boolean fresh, Map<String, String> more)
            throws InterruptedException {
        var environment = new HashMap<>(more);
        environment.put("ORDERLOOM_DUE_AFTER", DUE_AFTER.toSeconds() + "s");
        environment.put("ORDERLOOM_LEASE", "5s");
        return EmbeddedStack.start(
                options.erp(new ErpChoice.Sandbox(PostingRules.DEFAULT))
                        .fresh(fresh)
                        .schedules(false)
                        .environment(environment)
                        .build());
    }

    private void loseAnHour(EmbeddedStack stack) throws IOException, InterruptedException {
        hour.place(stack, Fate.SETTLED, EACH, false);
        hour.place(stack, Fate.UNDONE, EACH, false);
        hour.awaitTold(stack, Fate.SETTLED, "posted");
        hour.awaitTold(stack, Fate.UNDONE, "posted");
        stack.starve(Function.ERP_POST);
        hour.place(stack, Fate.IN_FLIGHT, EACH, false);
        hour.awaitTold(stack, Fate.IN_FLIGHT, "accepted");

        try (var dynamoDb = LocalAws.dynamoDb(stack.dynamoDbEndpoint())) {
            var copy = TableCopy.of(dynamoDb);
            out.printf("copied: %d items of the table%n", copy.items().size());

            stack.feed(Function.ERP_POST);
            hour.place(stack, Fate.UNKNOWN, EACH, true);
            hour.cancel(stack, Fate.UNDONE);
            hour.awaitTold(stack, Fate.IN_FLIGHT, "posted");
            hour.awaitTold(stack, Fate.UNKNOWN, "posted");
            hour.awaitTold(stack, Fate.UNDONE, "erp_cancelled");
            hour.awaitTold(stack, Fate.UNDONE, "refunded");
            stack.starve(Function.NORMALIZE);
            hour.place(stack, Fate.UNBOOKED, EACH, true);
            LostHour.awaitWaiting(stack, Queue.INBOUND, EACH);
            stack.starve(CONSUMERS);

            purge(stack);
            copy.restore(dynamoDb);
            out.printf("lost: the queues, and everything that the table learned since the copy%n");
        }
    }

    private static void purge(EmbeddedStack stack) {
        try (var sqs = LocalAws.sqs(stack.sqsEndpoint())) {
            for (var queue : Queue.values()) {
                sqs.purgeQueue(r -> r.queueUrl(stack.queues().url(queue)));
            }
        }
    }

    /**
     * Checks that the log of each order is whole across the entries from before and after the copy.
     */
    private void verify(EmbeddedStack stack) throws IOException, InterruptedException {
        long whole = 0;
        try (var files = Files.list(stack.logChecks().run())) {
            for (var page : files.toList()) {
                whole += Files.readAllLines(page).size();
            }
        }
        int orders = Fate.values().length * EACH;
        if (whole != orders) {
            throw new IllegalStateException(
                    "of %d orders %d have a log that is whole; 'make verify-log' names the others"
                            .formatted(orders, whole));
        }
        out.printf("verified: the logs of all %d orders are whole%n%n", whole);
    }

    private RestoreOutcome recover(EmbeddedStack stack) throws IOException, InterruptedException {
        var due = Instant.now().plus(DUE_AFTER).plusSeconds(1);
        Waiting.until("what was under way is due", () -> Instant.now().isAfter(due));
        stack.schedules().call(Schedule.WORK);
        hour.awaitTold(stack, Fate.IN_FLIGHT, "posted");
        out.printf("swept: work that was under way when the table was copied is found%n");
        hour.sendAgain(stack);
        hour.awaitTold(stack, Fate.UNKNOWN, "posted");
        hour.awaitTold(stack, Fate.UNBOOKED, "posted");
        hour.awaitTold(stack, Fate.UNDONE, "refunded");
        out.printf("sent again: the shop's webhooks since the copy%n");
        verify(stack);
        var outcome = RestoreOutcome.of(hour, stack);
        outcome.print(out);
        return outcome;
    }
}
