package io.orderloom.contract.async;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.event.EventSchemas;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.subscriber.EventVersion;

/** The webhooks that subscribers get: CloudEvents 1.0, signed by Standard Webhooks 1.0.0. */
final class SubscriberChannel {
    private static final String CHANNEL = "subscriber";
    private static final String SIGNING =
            """
            One POST an event to the URL that you gave us; its body is one CloudEvent in structured JSON. You get
            the types of one version: `v1`, or `v2` if you ask for it, in which units and money are JSON and not text.

            Each request is signed by Standard Webhooks 1.0.0. To verify it:

            1. take `webhook-id`, `webhook-timestamp` and the raw bytes of the body, before any parsing;
            2. compute HMAC-SHA256 over `<webhook-id>.<webhook-timestamp>.<body>`, with the bytes that follow
               `whsec_` in your secret, decoded from Base64, as the key;
            3. compare its Base64, in constant time, with each of the signatures in `webhook-signature`, which are
               separated by spaces and begin with `v1,`: while a secret is rotated there are two;
            4. refuse a `webhook-timestamp` that is more than five minutes off: it is the time of this attempt.

            Answer 2xx as soon as the event is safe with you. No answer, 408, 429 and 5xx are tried again with growing
            pauses, or after what `retry-after` says with 429 and 503; any other answer, a redirect too, ends the
            attempts for this event and raises an exception with us.\
            """;

    private final EventSchemas events;
    private final Components components;

    SubscriberChannel(EventSchemas events, Components components) {
        this.events = events;
        this.components = components;
    }

    void describe(ObjectNode channels, ObjectNode operations) {
        var channel =
                channels.putObject(CHANNEL)
                        .putNull("address")
                        .put("title", "Webhooks")
                        .put("description", SIGNING);
        var messages = channel.putObject("messages");
        var operation = operations.putObject("tellSubscribers").put("action", "send");
        operation.set("channel", Components.reference("#/channels/" + CHANNEL));
        operation.put("summary", "tells every subscriber what happened to an order");
        operation
                .putObject("bindings")
                .putObject("http")
                .put("method", "POST")
                .put("bindingVersion", "0.3.0");
        for (var version : EventVersion.values()) {
            for (var type : LifecycleEvent.Type.values()) {
                var label = label(type, version);
                components
                        .message(label, version.type(type), events.of(type, version))
                        .put("contentType", "application/cloudevents+json")
                        .set("headers", headers());
                messages.set(label, Components.reference("#/components/messages/" + label));
            }
        }
    }

    private static String label(LifecycleEvent.Type type, EventVersion version) {
        return switch (version) {
            case V1 -> EventVersion.label(type);
            case V2 -> EventVersion.label(type) + "." + version.label();
        };
    }

    private static ObjectNode headers() {
        var headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = headers.putObject("properties");
        text(properties, "webhook-id", "the event's id as a header may carry it")
                .put("pattern", "^[!-~]+$");
        text(properties, "webhook-timestamp", "the time of this attempt, seconds since 1970")
                .put("pattern", "^[0-9]+$");
        text(properties, "webhook-signature", "one signature for each active secret")
                .put("pattern", "^v1,[A-Za-z0-9+/]+=*( v1,[A-Za-z0-9+/]+=*)*$");
        properties.fieldNames().forEachRemaining(headers.withArray("required")::add);
        return headers;
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }
}
