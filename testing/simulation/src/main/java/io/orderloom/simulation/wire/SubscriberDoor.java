package io.orderloom.simulation.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.shop.Listener;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The webhook endpoints of the subscribers, one address for each. A request without a valid
 * signature is a bug of the sender and ends the run.
 */
public final class SubscriberDoor {
    /** The signing secret of every subscriber here: the Base64 of 24 bytes. */
    public static final String SECRET = "whsec_c2ltdWxhdGVkLXNpZ25pbmcta2V5LTAx";

    private static final String TYPE = "io\\.orderloom\\.order\\.[a-z_]+\\.v1";
    private static final int TYPE_PREFIX = "io.orderloom.order.".length();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Listener subscribers;
    private final WireSignatureCheck check;

    /**
     * @param subscribers receive the events and decide the answer
     */
    public SubscriberDoor(Listener subscribers, InstantSource clock) {
        this.subscribers = subscribers;
        this.check = new WireSignatureCheck(SECRET, clock);
    }

    /** The address of the subscriber of this name. */
    public static String url(String name) {
        return "https://%s.example/webhooks".formatted(name);
    }

    public HttpURLConnection to(URL url) {
        var name = url.getHost().replace(".example", "");
        return new SimulatedConnection(url, (headers, body) -> post(name, headers, body));
    }

    private HttpReply post(String name, Map<String, String> headers, String body)
            throws IOException {
        check.mustHold(headers, body);
        var event = event(body);
        var answer = subscribers.take(event, name);
        return switch (answer) {
            case Delivered() -> new HttpReply(204, Map.of(), "");
            case Failed(Fault.Transient(var detail)) when detail.startsWith("no ") ->
                    throw new ConnectException("simulated: " + detail);
            case Failed(var fault) -> HttpReply.of(fault).withoutBody();
        };
    }

    /** Parses an event by nothing but its documentation. */
    private static LifecycleEvent event(String body) {
        var json = parse(body);
        var type = text(json, "type");
        if (!type.matches(TYPE) || !text(json, "specversion").equals("1.0")) {
            throw new AssertionError(
                    "type or specversion is not that of an event of Orderloom: " + body);
        }
        var data = new HashMap<String, String>();
        json.path("data").properties().forEach(f -> data.put(f.getKey(), f.getValue().asText()));
        var order = OrderId.parse(String.valueOf(data.remove("orderId")));
        if (!order.toString().equals(text(json, "subject"))) {
            throw new AssertionError("subject and data.orderId name different orders: " + body);
        }
        return new LifecycleEvent(
                text(json, "id"),
                LifecycleEvent.Type.valueOf(
                        type.substring(TYPE_PREFIX, type.length() - ".v1".length())
                                .toUpperCase(Locale.ROOT)),
                order,
                Long.parseLong(text(json, "sequence")),
                Instant.parse(text(json, "time")),
                text(json, "correlationid"),
                data,
                mark(json));
    }

    /** The mark, which only events of test orders have. */
    private static Optional<Mark> mark(JsonNode json) {
        var test = json.path("test");
        if (!test.isMissingNode() && !(test.isBoolean() && test.asBoolean())) {
            throw new AssertionError("test is true or absent: " + json);
        }
        return test.isMissingNode() ? Optional.empty() : Optional.of(Mark.TEST);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("no JSON: " + body, unreadable);
        }
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new AssertionError("an event has no %s: %s".formatted(field, json));
        }
        return json.path(field).asText();
    }
}
