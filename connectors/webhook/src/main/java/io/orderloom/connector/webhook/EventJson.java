package io.orderloom.connector.webhook;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.orderloom.connector.kit.event.EventDataJson;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.Tenancy;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.OutgoingEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** A lifecycle event as a CloudEvent. Pure: the same event gives the same bytes. */
final class EventJson {
    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    private static final JsonFormat FORMAT = new JsonFormat();

    private EventJson() {}

    /** Writes the event once for all subscribers that get this version. */
    static byte[] bytes(OutgoingEvent event, EventVersion version) {
        return event.written(
                "cloudevents." + version.label(), one -> bytes(one, event.tenancy(), version));
    }

    static byte[] bytes(LifecycleEvent event, Tenancy whose, EventVersion version) {
        var sent =
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withSource(source(event))
                        .withType(version.type(event.type()))
                        .withSubject(event.orderId().toString())
                        .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                        .withData(
                                "application/json",
                                JsonCloudEventData.wrap(EventDataJson.of(event, version)))
                        .withExtension("sequence", sequence(event.sequence()))
                        .withExtension("correlationid", event.correlationId());
        switch (version) {
            // Version 1 stays as it is, byte for byte.
            case V1 -> {}
            case V2 -> {
                sent.withDataSchema(dataSchema(event.type()));
                event.causationId().ifPresent(id -> sent.withExtension("causationid", id));
                event.traceparent().ifPresent(trace -> sent.withExtension("traceparent", trace));
                whose.tenant().ifPresent(tenant -> sent.withExtension("tenant", tenant));
                whose.brand().ifPresent(brand -> sent.withExtension("brand", brand));
                whose.legalEntity().ifPresent(entity -> sent.withExtension("legalentity", entity));
            }
        }
        // The field is left out otherwise, so that older subscribers receive the same bytes as
        // before.
        event.mark().ifPresent(_ -> sent.withExtension("test", true));
        return FORMAT.serialize(sent.build());
    }

    /** The part of the published schema that describes the data. */
    private static URI dataSchema(LifecycleEvent.Type type) {
        return URI.create(EventVersion.V2.schema(type) + "#/properties/data");
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
}
