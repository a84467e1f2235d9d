package io.orderloom.contract.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.schema.RecordSchemas;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.subscriber.EventVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The schema of each lifecycle event: a CloudEvents 1.0 envelope in JSON (CloudEvents JSON Event
 * Format 1.0.2) around its data.
 */
public final class EventSchemas {
    private static final List<String> REQUIRED =
            List.of(
                    "specversion",
                    "id",
                    "source",
                    "type",
                    "subject",
                    "time",
                    "datacontenttype",
                    "sequence",
                    "correlationid",
                    "data");

    private final RecordSchemas records;

    public EventSchemas(RecordSchemas records) {
        this.records = records;
    }

    public ObjectNode of(LifecycleEvent.Type type, EventVersion version) {
        var form = EventTypes.data(type, version);
        var data = records.of(form);
        if (version == EventVersion.V2) {
            listsAreWritten(data, form);
        }
        var definitions = data.remove("$defs");
        var event = JsonNodeFactory.instance.objectNode();
        event.set("description", data.path("description"));
        event.put("type", "object");
        var envelope = event.putObject("properties");
        envelope.putObject("specversion").put("const", "1.0");
        text(envelope, "id", "unique, and the same at every repetition: tell repetitions by it")
                .put("minLength", 1);
        text(envelope, "source", "the channel instance that the order came from, as a path")
                .put("format", "uri-reference")
                .put("minLength", 1);
        envelope.putObject("type").put("const", version.type(type));
        text(envelope, "subject", "the order's id");
        text(envelope, "time", "when it happened, UTC").put("format", "date-time");
        envelope.putObject("datacontenttype").put("const", "application/json");
        text(
                        envelope,
                        "sequence",
                        "grows within an order and compares as text: puts events in order")
                .put("pattern", "^[0-9]{19}$");
        text(envelope, "correlationid", "follows the order through all systems and logs");
        if (version == EventVersion.V2) {
            added(envelope, version.schema(type));
        }
        envelope.putObject("test")
                .put(
                        "description",
                        "there in the events of a test order alone, which are sent to who asks for them")
                .put("const", true);
        envelope.set("data", data);
        var required = event.putArray("required");
        REQUIRED.forEach(required::add);
        if (version == EventVersion.V2) {
            required.add("dataschema");
        }
        if (definitions != null) {
            event.set("$defs", definitions);
        }
        return event;
    }

    private static void added(ObjectNode envelope, String schema) {
        envelope.putObject("dataschema").put("const", schema + "#/properties/data");
        text(
                envelope,
                "causationid",
                "the key of the fact that caused the event; absent where no fact did");
        text(
                        envelope,
                        "traceparent",
                        "the trace that the event is sent in, by W3C Trace Context; absent where there is none")
                .put("pattern", "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$");
        text(envelope, "tenant", "whose order it is, where the deployment serves several tenants");
        text(
                envelope,
                "brand",
                "under which the goods are sold, where the channel instance names one");
        text(
                envelope,
                "legalentity",
                "the company that sells, where the channel instance names one");
    }

    /** Stored forms leave an empty list out; events do not. */
    private static void listsAreWritten(ObjectNode data, Class<?> form) {
        var required = data.withArray("required");
        Stream.of(form.getRecordComponents())
                .filter(component -> component.getType() == List.class)
                .forEach(component -> required.add(component.getName()));
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("description", description).put("type", "string");
    }
}
