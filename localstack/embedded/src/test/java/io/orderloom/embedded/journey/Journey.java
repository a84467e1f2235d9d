package io.orderloom.embedded.journey;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.StackOptions;
import io.orderloom.embedded.demo.Shop;
import io.orderloom.embedded.erp.Document;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A running stack with a shop before it, and what a test asks of them. */
final class Journey implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedStack stack;
    private final Shop shop;

    private Journey(EmbeddedStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack.demoShopWebhooks(), stack.demoShopSecret());
    }

    static Path root() {
        return Path.of(System.getProperty("orderloom.root", "../.."));
    }

    static Journey start(StackOptions options) throws InterruptedException {
        return new Journey(EmbeddedStack.start(options));
    }

    EmbeddedStack stack() {
        return stack;
    }

    Shop shop() {
        return shop;
    }

    List<Document> documents(long orderId) {
        return stack.erp().documents().stream()
                .filter(d ->
                        d.order()
                                .externalId()
                                .startsWith(EmbeddedStack.DEMO_SHOP + ":" + orderId + "/"))
                .toList();
    }

    List<ReceivedEvent> told(long orderId) {
        return told(Long.toString(orderId)).toList();
    }

    private Stream<ReceivedEvent> told(String id) {
        return stack.subscriber().events().stream().filter(about(id));
    }

    List<String> kindsTold(long orderId) {
        return kindsTold(Long.toString(orderId));
    }

    private List<String> kindsTold(String id) {
        return told(id).map(Journey::kind).toList();
    }

    /** Waits until an event of this kind was told of the order. */
    ReceivedEvent await(long orderId, String kind) throws InterruptedException {
        return await(Long.toString(orderId), kind);
    }

    /**
     * As {@link #await(long, String)}.
     *
     * @param id of the order, or what stands for it
     */
    ReceivedEvent await(String id, String kind) throws InterruptedException {
        Predicate<ReceivedEvent> wanted = about(id).and(e -> kind(e).equals(kind));
        boolean came =
                stack.subscriber().await(events -> events.stream().anyMatch(wanted), PATIENCE);
        if (!came) {
            throw new AssertionError(
                    "'%s' was not told of %s within %s; told was %s; logs are in %s"
                            .formatted(kind, id, PATIENCE, kindsTold(id), stack.logs()));
        }
        return told(id).filter(wanted).findFirst().orElseThrow();
    }

    private static Predicate<ReceivedEvent> about(String id) {
        return event -> event.subject().equals(EmbeddedStack.DEMO_SHOP + ":" + id);
    }

    private static String kind(ReceivedEvent event) {
        return event.type().replace("io.orderloom.order.", "").replace(".v1", "");
    }

    @Override
    public void close() {
        shop.close();
        stack.close();
    }
}
