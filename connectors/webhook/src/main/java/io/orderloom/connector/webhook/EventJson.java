package io.orderloom.connector.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.orderloom.core.LifecycleEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TreeMap;

/** A lifecycle event as a CloudEvent. Pure: the same event gives the same bytes. */
final class EventJson {
    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    private static final JsonFormat FORMAT = new JsonFormat();

    private EventJson() {}

    static byte[] bytes(LifecycleEvent event) {
        var sent =
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withSource(source(event))
                        .withType(type(event.type()))
                        .withSubject(event.orderId().toString())
                        .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                        .withData("application/json", JsonCloudEventData.wrap(data(event)))
                        .withExtension("sequence", sequence(event.sequence()))
                        .withExtension("correlationid", event.correlationId());
        // The field is left out otherwise, so that older subscribers receive the same bytes as
        // before.
        event.mark().ifPresent(_ -> sent.withExtension("test", true));
        return FORMAT.serialize(sent.build());
    }

    /** For example {@code io.orderloom.order.exception_raised.v1}. */
    static String type(LifecycleEvent.Type type) {
        return "io.orderloom.order." + type.name().toLowerCase(Locale.ROOT) + ".v1";
    }

    /**
     * The sequence extension is compared as text, so it has as many digits as the largest number.
     */
    static String sequence(long sequence) {
        return "%019d".formatted(sequence);
    }

    private static URI source(LifecycleEvent event) {
        var instance =
                URLEncoder.encode(event.orderId().channelInstance(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        return URI.create("/orderloom/" + instance);
    }

    private static ObjectNode data(LifecycleEvent event) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("orderId", event.orderId().toString());
        new TreeMap<>(event.data()).forEach(data::put);
        return data;
    }
}
