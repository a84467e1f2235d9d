package io.orderloom.contract.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds fields of an object that its reader misses or does not know. */
record Fields(ReadDirection reading, Consumer<Break> found) {

    void compare(String path, Place reader, Place writer) {
        for (var name : reader.required()) {
            boolean defaults = reader.property(name).filter(p -> p.has("default")).isPresent();
            if (!writer.required().contains(name) && !defaults) {
                add(path, name, Rule.FIELD_REQUIRED, missing(name) + renamed(name, reader, writer));
            }
        }
        for (var name : writer.properties()) {
            if (reader.property(name).isEmpty() && reading == ReadDirection.NEW_READS_OLD) {
                add(
                        path,
                        name,
                        Rule.FIELD_REMOVED,
                        "'%s' is read no more: what was written by the published schema loses it in silence"
                                        .formatted(name)
                                + renamed(name, writer, reader));
            }
        }
    }

    private String missing(String name) {
        return switch (reading) {
            case NEW_READS_OLD ->
                    "'%s' is required now, but what was written by the published schema may lack it"
                            .formatted(name);
            case OLD_READS_NEW ->
                    "a reader of the published schema needs '%s', which may be missing now"
                            .formatted(name);
        };
    }

    /** Suggests a field that only the other side has and that has the same schema. */
    private static String renamed(String name, Place with, Place without) {
        Optional<JsonNode> field = with.property(name);
        return without.properties().stream()
                .filter(other -> with.property(other).isEmpty())
                .filter(other -> field.isPresent() && without.property(other).equals(field))
                .findFirst()
                .map(other -> " (was it renamed from or to '%s'?)".formatted(other))
                .orElse("");
    }

    private void add(String path, String name, Rule rule, String reason) {
        found.accept(new Break(Comparison.dotted(path, name), rule, reading, reason));
    }
}
