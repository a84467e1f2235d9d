package io.orderloom.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.async.AsyncApi;
import io.orderloom.contract.compat.ReadBy;
import io.orderloom.contract.event.EventSchemas;
import io.orderloom.contract.schema.Docstrings;
import io.orderloom.contract.schema.RecordSchemas;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.kit.json.Json;
import io.orderloom.subscriber.EventVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All schemas, made from the present code. */
public final class Contracts {
    private static final List<String> SOURCES =
            List.of(
                    "shared-model",
                    "functions/order-store",
                    "functions/function-kit",
                    "tools/schemas");

    private final RecordSchemas records;
    private final EventSchemas events;
    private final List<Schema> schemas;

    private Contracts(RecordSchemas records) {
        this.records = records;
        this.events = new EventSchemas(records);
        this.schemas = make();
    }

    /**
     * @param root of the project, below which are the sources whose Javadoc becomes descriptions
     */
    public static Contracts of(Path root) {
        var sources = SOURCES.stream().map(module -> root.resolve(module + "/src/main/java"));
        return new Contracts(
                new RecordSchemas(Json.described(), Docstrings.below(sources.toList())));
    }

    /**
     * A schema and its readers.
     *
     * @param name for example {@code order} or {@code event/accepted}
     */
    public record Schema(String name, ReadBy readBy, String where, ObjectNode json) {}

    public List<Schema> schemas() {
        return schemas;
    }

    /**
     * @throws IllegalArgumentException if there is none of that name
     */
    public Schema schema(String name) {
        return schemas.stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no schema '%s'".formatted(name)));
    }

    private List<Schema> make() {
        var all = new LinkedHashMap<String, Schema>();
        Kept.ALL.forEach(kept ->
                add(
                        all,
                        kept.name(),
                        "urn:orderloom:schema:v1:" + kept.name(),
                        kept.readBy(),
                        kept.where(),
                        records.of(kept.type())));
        for (var version : EventVersion.values()) {
            for (var type : LifecycleEvent.Type.values()) {
                add(
                        all,
                        event(type, version),
                        version.schema(type),
                        ReadBy.SUBSCRIBERS,
                        "`%s`".formatted(version.type(type)),
                        events.of(type, version));
            }
        }
        return List.copyOf(all.values());
    }

    /** For example {@code event/accepted}, and {@code event/v2/accepted}. */
    public static String event(LifecycleEvent.Type type, EventVersion version) {
        return switch (version) {
            case V1 -> "event/" + EventVersion.label(type);
            case V2 -> "event/%s/%s".formatted(version.label(), EventVersion.label(type));
        };
    }

    private static void add(
            Map<String, Schema> all,
            String name,
            String id,
            ReadBy readBy,
            String where,
            ObjectNode schema) {
        all.put(name, new Schema(name, readBy, where, document(name, id, schema)));
    }

    private static ObjectNode document(String name, String id, ObjectNode schema) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", id);
        document.put("title", name);
        document.set("description", schema.path("description"));
        JsonNode definitions = schema.remove("$defs");
        document.setAll(schema);
        if (definitions != null) {
            document.set("$defs", definitions);
        }
        return document;
    }

    /** The AsyncAPI document of the subscribers' events and of the queues. */
    public ObjectNode asyncApi() {
        return new AsyncApi(records, events).document();
    }
}
