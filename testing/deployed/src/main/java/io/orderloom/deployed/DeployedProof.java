package io.orderloom.deployed;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code DeployedProof DIRECTORY RESOURCES yes|no COMMAND…}: runs orders on the stage that is
 * described in the emulator's directory, with a burst or without. The command deploys the stage
 * again with other settings. The exit code is 0 if every accepted order is in the books once, to
 * the cent.
 */
public final class DeployedProof {
    private static final int ORDERS = 30;
    private static final int TIMES = 5;
    private static final int KILLS = 25;
    private static final long SEED = 20261129;

    /** The time between two orders outside of bursts. */
    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(1);

    private static final int LOST_MESSAGES = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A killed function's message comes again after the visibility timeout, a minute at most. */
    private static final Duration PATIENCE = Duration.ofMinutes(7);

    private final LocalStage stage;
    private final StageErpBooks books;
    private final WebhookSender customers;
    private final HttpClient http;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** The next order id. No stage has seen it before, however often this ran on it. */
    private long next = Instant.now().getEpochSecond() * 1_000;

    private DeployedProof(LocalStage stage, HttpClient http, Shop shop) {
        this.stage = stage;
        this.books = new StageErpBooks(http, stage);
        this.customers = new WebhookSender(shop, stage, http);
        this.http = http;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        var stage = new LocalStage(Path.of(words[0]));
        try (var http = HttpClient.newHttpClient();
                var shop = new Shop(stage.webhooks(), stage.signingSecret())) {
            var again = List.of(words).subList(3, words.length);
            boolean held =
                    new DeployedProof(stage, http, shop)
                            .run(words[1], words[2].equals("yes"), again);
            System.exit(held ? 0 : 1);
        }
    }

    private boolean run(String resources, boolean withBurst, List<String> again)
            throws IOException, InterruptedException {
        var orders = new ArrayList<SampleOrder>();
        say("%d orders, each %d times out of turn", ORDERS, TIMES);
        orders.addAll(placed(ORDERS, TIMES));
        var cancelled = placed(1, 1).getFirst();
        orders.add(cancelled);
        settle(orders, Set.of());
        say("a cancellation after posting, with its refund");
        customers.cancel(cancelled);
        var undone = Set.of(cancelled.id());
        settle(orders, undone);
        say("%d orders whose messages to the ERP are lost", LOST_MESSAGES);
        var lost = losingMessages();
        say("%d orders while functions are killed", ORDERS);
        int kills;
        try (var killing = new FunctionKills(stage.emulator(), random.split())) {
            orders.addAll(placed(ORDERS, 1));
            killing.await(KILLS);
            kills = killing.count();
        }
        say("%d orders while it is deployed again with other settings", ORDERS);
        orders.addAll(deployWhile(again));
        boolean within = !withBurst || burst(orders);
        // The message that a killed function was handling comes again after its visibility timeout.
        say(
                "all of them, and those whose messages were lost, which the schedule's sweep has to find");
        orders.addAll(lost);
        var account = settle(orders, undone);
        if (!account.holds()) {
            System.out.printf(
                    "lost %s, doubled %s, mismatched %s%n",
                    account.missing(), account.doubled(), account.mismatched());
        }
        System.out.printf("deployed: resources=%s kills=%d %s%n", resources, kills, account);
        return account.holds() && within;
    }

    private List<SampleOrder> placed(int count, int times) throws InterruptedException {
        var orders = drawn(count);
        customers.place(orders, times, SEED);
        return orders;
    }

    /** Places orders whose messages are then purged, so that they exist only in the table. */
    private List<SampleOrder> losingMessages() throws IOException, InterruptedException {
        try (var queue = new ErpQueue(stage, http)) {
            queue.handOut(false);
            var orders = placed(LOST_MESSAGES, 1);
            var begun = Instant.now();
            while (queue.waiting() < LOST_MESSAGES) {
                if (begun.plus(PATIENCE).isBefore(Instant.now())) {
                    throw new IllegalStateException("the ERP's queue never had the orders");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            queue.purge();
            queue.handOut(true);
            return orders;
        }
    }

    /**
     * @return whether the ERP had as many calls at once as one process may make, and never more
     *     than its account has slots for posting
     */
    private boolean burst(List<SampleOrder> orders) throws IOException, InterruptedException {
        say("a burst of ten times the usual rate, with a slow ERP");
        var erp = new ErpPace(http, stage);
        erp.slow(Burst.CALL);
        var burst = drawn(Burst.ORDERS);
        int refusedBefore = customers.refused();
        var begun = Instant.now();
        customers.burst(burst, Burst.A_SECOND);
        var over = Instant.now();
        int waiting;
        try (var queue = new ErpQueue(stage, http)) {
            waiting = queue.all();
        }
        orders.addAll(burst);
        settle(burst, Set.of());
        int most = erp.mostAtOnce();
        erp.slow(Duration.ZERO);
        say(
                "  %d orders in %d s, all taken after %d s, with %d refusals; %d waited for the ERP then, and drained in %d s; limit=%d share=%d most=%d",
                Burst.ORDERS,
                Burst.LASTS.toSeconds(),
                Duration.between(begun, over).toSeconds(),
                customers.refused() - refusedBefore,
                waiting,
                Duration.between(over, Instant.now()).toSeconds(),
                Burst.LIMIT,
                Burst.SHARE,
                most);
        return Burst.kept(most);
    }

    private List<SampleOrder> deployWhile(List<String> command)
            throws IOException, InterruptedException {
        var deployment = new ProcessBuilder(command).inheritIO().start();
        var orders = drawn(ORDERS);
        for (var order : orders) {
            customers.place(List.of(order), 1, SEED);
            LockSupport.parkNanos(BETWEEN_ORDERS.toNanos());
        }
        if (deployment.waitFor() != 0) {
            throw new IllegalStateException("the stage could not be deployed again");
        }
        return orders;
    }

    private List<SampleOrder> drawn(int count) {
        return Stream.generate(() -> SampleOrder.drawn(next++, random)).limit(count).toList();
    }

    /** Waits until nothing is missing, or until the time is over. */
    private StageAudit settle(List<SampleOrder> orders, Set<Long> cancelled)
            throws IOException, InterruptedException {
        var begun = Instant.now();
        var account = account(orders, cancelled);
        while (!account.settled() && begun.plus(PATIENCE).isAfter(Instant.now())) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            account = account(orders, cancelled);
        }
        say("  %s after %d s", account, Duration.between(begun, Instant.now()).toSeconds());
        return account;
    }

    private StageAudit account(List<SampleOrder> orders, Set<Long> cancelled)
            throws IOException, InterruptedException {
        return StageAudit.of(orders, cancelled, books.entries(), refunds());
    }

    private Map<Long, List<BigDecimal>> refunds() {
        return stage.refunds().stream()
                .collect(
                        Collectors.groupingBy(
                                refund -> refund.path("order").asLong(),
                                Collectors.mapping(
                                        refund -> new BigDecimal(refund.path("amount").asText()),
                                        Collectors.toList())));
    }

    private static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
