package io.orderloom.deployed;

import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.Shop;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code DeployedProof DIRECTORY RESOURCES COMMAND…}: the main job on the stage that the emulator's
 * directory names; the command deploys it again with other settings. Ends with 0 if every order
 * that was taken is in the books once, to the cent.
 */
public final class DeployedProof {
    private static final int ORDERS = 30;
    private static final int TIMES = 5;
    private static final int KILLS = 25;
    private static final long SEED = 20261129;
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A killed function's message comes again after the visibility time-out, a minute at most. */
    private static final Duration PATIENCE = Duration.ofMinutes(7);

    private final Stage stage;
    private final ErpBooks books;
    private final Customers customers;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** No stage has seen these ids, however often this ran on it. */
    private final long first = Instant.now().getEpochSecond() * 1_000;

    private DeployedProof(Stage stage, HttpClient http, Shop shop) {
        this.stage = stage;
        this.books = new ErpBooks(http, stage);
        this.customers = new Customers(shop, stage, http);
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        var stage = new Stage(Path.of(words[0]));
        try (var http = HttpClient.newHttpClient();
                var shop = new Shop(stage.webhooks(), stage.signingSecret())) {
            var again = List.of(words).subList(2, words.length);
            boolean held = new DeployedProof(stage, http, shop).run(words[1], again);
            System.exit(held ? 0 : 1);
        }
    }

    private boolean run(String resources, List<String> again)
            throws IOException, InterruptedException {
        var repeated = drawn(0);
        var cancelled = drawn(ORDERS).subList(0, 1);
        var killed = drawn(2 * ORDERS);
        say("%d orders, each %d times out of turn", ORDERS, TIMES);
        customers.place(repeated, TIMES, SEED);
        customers.place(cancelled, 1, SEED);
        var calm = Stream.of(repeated, cancelled).flatMap(List::stream).toList();
        settle(calm, Set.of());
        say("a cancellation after posting, with its refund");
        customers.cancel(cancelled.getFirst());
        var undone = Set.of(cancelled.getFirst().id());
        settle(calm, undone);
        say("%d orders while functions are killed", ORDERS);
        int kills;
        try (var killing = new FunctionKills(stage.emulator(), random.split())) {
            customers.place(killed, 1, SEED);
            killing.await(KILLS);
            kills = killing.count();
        }
        var all = Stream.concat(calm.stream(), killed.stream()).toList();
        settle(all, undone);
        say("%d orders while it is deployed again with other settings", ORDERS);
        var moved = drawn(3 * ORDERS);
        deployWhile(again, moved);
        all = Stream.concat(all.stream(), moved.stream()).toList();
        var account = settle(all, undone);
        if (!account.holds()) {
            System.out.printf(
                    "lost %s, doubled %s, mismatched %s%n",
                    account.missing(), account.doubled(), account.mismatched());
        }
        System.out.printf("deployed: resources=%s kills=%d %s%n", resources, kills, account);
        return account.holds();
    }

    private void deployWhile(List<String> command, List<SampleOrder> orders)
            throws IOException, InterruptedException {
        var deployment = new ProcessBuilder(command).inheritIO().start();
        for (var order : orders) {
            customers.place(List.of(order), 1, SEED);
            LockSupport.parkNanos(BETWEEN_ORDERS.toNanos());
        }
        if (deployment.waitFor() != 0) {
            throw new IllegalStateException("the stage could not be deployed again");
        }
    }

    private List<SampleOrder> drawn(int from) {
        return IntStream.range(from, from + ORDERS)
                .mapToObj(i -> SampleOrder.drawn(first + i, random))
                .toList();
    }

    /** Waits until nothing is missing, or too long. */
    private Account settle(List<SampleOrder> orders, Set<Long> cancelled)
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

    private Account account(List<SampleOrder> orders, Set<Long> cancelled)
            throws IOException, InterruptedException {
        return Account.of(orders, cancelled, books.entries(), refunds());
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
