package io.orderloom.embedded.demo;

import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what happens to each order at the moment it happens, with the time since the order was
 * sent.
 */
final class Timeline {
    private static final List<String> TOLD =
            List.of("erpDocument", "total", "erpTotal", "amount", "currency", "reason");
    private static final String CYAN = "36";
    private static final String GREEN = "32";
    private static final String RED = "31";

    private final PrintStream out;
    private final boolean colours;
    private final Map<String, Sent> orders = new LinkedHashMap<>();

    private record Sent(String name, Instant at) {}

    Timeline(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Starts the order's clock at its first sending. */
    synchronized void sending(SampleOrder order) {
        orders.putIfAbsent(id(order), new Sent(order.name(), Instant.now()));
    }

    synchronized void sent(SampleOrder order, String what, int status) {
        line(id(order), CYAN, "shop", "%s → HTTP %d".formatted(what, status));
    }

    synchronized void told(ReceivedEvent event) {
        line(event.channelOrderId(), GREEN, "told", wording(event));
    }

    synchronized void missed(SampleOrder order, String kind, Duration patience) {
        line(
                id(order),
                RED,
                "miss",
                "the event '%s' was not delivered within %d s"
                        .formatted(kind, patience.toSeconds()));
    }

    private static String id(SampleOrder order) {
        return Long.toString(order.id());
    }

    private static String wording(ReceivedEvent event) {
        var words = new StringBuilder("%-13s".formatted(event.kind().replace('_', ' ')));
        TOLD.stream()
                .filter(event.data()::hasNonNull)
                .forEach(field -> words.append(' ').append(event.data().get(field).asText()));
        return words.toString();
    }

    private void line(String id, String colour, String who, String what) {
        var order = orders.get(id);
        if (order == null) {
            return;
        }
        out.printf(
                "  %s  %6d ms  %s  %s%n",
                paint("1", "%-8s".formatted(order.name())),
                Duration.between(order.at(), Instant.now()).toMillis(),
                paint(colour, who),
                what);
        out.flush();
    }

    private String paint(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
