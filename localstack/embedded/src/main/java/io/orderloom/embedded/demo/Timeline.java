package io.orderloom.embedded.demo;

import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what happens to each order, as it happens, with the time since the order was sent. */
final class Timeline {
    private final PrintStream out;
    private final boolean colours;
    private final Map<String, Instant> sent = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    Timeline(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    synchronized void sent(SampleOrder order, String what, int status) {
        var id = Long.toString(order.id());
        names.put(id, order.name());
        sent.putIfAbsent(id, Instant.now());
        line(id, "shop", "%s → HTTP %d".formatted(what, status));
    }

    synchronized void told(ReceivedEvent event) {
        var id = event.subject().substring(event.subject().indexOf(':') + 1);
        if (names.containsKey(id)) {
            line(id, "told", wording(event));
        }
    }

    private static String wording(ReceivedEvent event) {
        var data = event.data();
        var type = event.type().replace("io.orderloom.order.", "").replace(".v1", "");
        var details = new StringBuilder(type.replace('_', ' '));
        for (var field :
                new String[] {"erpDocument", "total", "erpTotal", "amount", "currency", "reason"}) {
            if (data.hasNonNull(field)) {
                details.append(' ').append(data.get(field).asText());
            }
        }
        return details.toString();
    }

    private void line(String id, String who, String what) {
        var since = Duration.between(sent.getOrDefault(id, Instant.now()), Instant.now());
        out.printf(
                "  %s  %5d ms  %s  %s%n",
                paint("1", "%-8s".formatted(names.get(id))),
                since.toMillis(),
                paint(who.equals("told") ? "32" : "36", who),
                what);
        out.flush();
    }

    private String paint(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
