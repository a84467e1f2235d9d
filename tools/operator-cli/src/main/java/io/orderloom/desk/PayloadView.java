package io.orderloom.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.orderloom.kit.order.KeptPayload;
import io.orderloom.kit.order.KeptPayload.Content;
import io.orderloom.source.Payload;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prints payloads for people. */
final class PayloadView {
    /**
     * Characters that a terminal would obey. Whoever holds a shop's secret chooses a body's text.
     */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private static final String NOTHING = "-";
    private static final JsonFactory JSON = new JsonFactory();

    private PayloadView() {}

    /** The cells of its line in the list of an order's payloads. */
    static List<String> row(KeptPayload kept) {
        return switch (kept.content()) {
            case Content.Whole(var payload) ->
                    List.of(
                            kept.delivery().toString(),
                            received(payload),
                            topic(payload.headers()).orElse(NOTHING),
                            Integer.toString(payload.bytes().length));
            case Content.Erased() ->
                    List.of(kept.delivery().toString(), NOTHING, NOTHING, "erased");
            case Content.Unreadable(var why) ->
                    List.of(kept.delivery().toString(), NOTHING, NOTHING, "can't be read: " + why);
        };
    }

    static List<String> whole(KeptPayload kept, Content.Whole content) {
        var payload = content.payload();
        var lines = new ArrayList<String>();
        lines.add("%s  of %s".formatted(kept.delivery(), kept.partition()));
        lines.add(field("received", received(payload)));
        kept.expires().ifPresent(at -> lines.add(field("expires", at.toString())));
        lines.add(field("bytes", Integer.toString(payload.bytes().length)));
        lines.add(field("SHA-256", content.sha256()));
        new TreeMap<>(payload.headers())
                .forEach((name, value) ->
                        lines.add(field("header", "%s: %s".formatted(name, harmless(value)))));
        lines.add("");
        lines.addAll(harmless(body(payload)).lines().toList());
        return lines;
    }

    private static String received(Payload payload) {
        return payload.receivedAt().equals(Instant.EPOCH)
                ? NOTHING
                : payload.receivedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Every vendor has a header of its own for it. */
    private static Optional<String> topic(Map<String, String> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .filter(header -> header.getKey().endsWith("topic"))
                        .map(header -> harmless(header.getValue()))
                        .findFirst();
    }

    private static String body(Payload payload) {
        var bytes = payload.bytes();
        try {
            return indented(bytes);
        } catch (IOException noJson) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Copied token by token: a field that stands twice, or a number, is shown as it came. */
    private static String indented(byte[] json) throws IOException {
        var text = new StringWriter();
        var printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try (var from = JSON.createParser(json);
                var to = JSON.createGenerator(text)) {
            to.setPrettyPrinter(printer);
            while (from.nextToken() != null) {
                to.copyCurrentEventExact(from);
            }
        }
        return text.toString();
    }

    private static String harmless(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static String field(String name, String value) {
        return "  %-12s %s".formatted(name, value);
    }
}
