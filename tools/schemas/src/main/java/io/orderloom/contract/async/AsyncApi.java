package io.orderloom.contract.async;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.event.EventSchemas;
import io.orderloom.contract.schema.RecordSchemas;

/** One document of all messages that Orderloom sends to others and to itself (AsyncAPI 3.0.0). */
public final class AsyncApi {
    private static final String ABOUT =
            """
            Orderloom keeps a retail order the same in every system that holds a part of it. Subscribers are
            told what happens to orders by webhook; the functions talk to each other through queues.

            Everything is delivered at least once. Tell repetitions by the event's `id` (a message's `id`), and
            put the events of one order in order by `sequence`. Ignore fields and event types that you don't know:
            new ones are no breaking change.\
            """;

    private final RecordSchemas records;
    private final EventSchemas events;

    public AsyncApi(RecordSchemas records, EventSchemas events) {
        this.records = records;
        this.events = events;
    }

    public ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Orderloom")
                .put("version", "1.0.0")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var components = new Components();
        new SubscriberChannel(events, components).describe(channels, operations);
        new QueueChannels(records, components).describe(channels, operations);
        document.set("components", components.json());
        return document;
    }
}
