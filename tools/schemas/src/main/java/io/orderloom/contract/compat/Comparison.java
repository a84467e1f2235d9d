package io.orderloom.contract.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares a reader's schema with a writer's and notes what the reader would not accept. */
final class Comparison {
    private final ReadDirection reading;
    private final JsonNode readers;
    private final JsonNode writers;
    private final List<Break> breaks = new ArrayList<>();

    /** Pairs of definitions that were compared: each is reported only at its first place. */
    private final Set<String> compared = new HashSet<>();

    private Comparison(ReadDirection reading, JsonNode readers, JsonNode writers) {
        this.reading = reading;
        this.readers = readers;
        this.writers = writers;
    }

    static List<Break> of(ReadDirection reading, JsonNode reader, JsonNode writer) {
        var comparison = new Comparison(reading, reader, writer);
        comparison.compare("", reader, writer);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String path, JsonNode reader, JsonNode writer) {
        var definitions = reader.path("$ref").asText() + " " + writer.path("$ref").asText();
        if (definitions.isBlank() || compared.add(definitions)) {
            compare(path, Place.of(readers, reader), Place.of(writers, writer));
        }
    }

    private void compare(String path, Place reader, Place writer) {
        if (!reader.has("oneOf") && !writer.has("oneOf")) {
            one(path, reader, writer);
            return;
        }
        for (var written : writer.alternatives()) {
            var name = written.caseName();
            var taken =
                    reader.alternatives().stream()
                            .filter(r ->
                                    name.isPresent()
                                            ? r.caseName().equals(name)
                                            : r.types().containsAll(written.types()))
                            .findFirst();
            var place = path + name.map("(%s)"::formatted).orElse("");
            if (taken.isPresent()) {
                one(place, taken.get(), written);
            } else {
                unknownCase(place, name, written);
            }
        }
    }

    private void unknownCase(String path, Optional<String> name, Place written) {
        if (name.isPresent()) {
            note(path, Rule.CASE_UNKNOWN, "the case '%s'".formatted(name.get()));
        } else {
            note(path, Rule.TYPE_CHANGED, "the form %s".formatted(written.types()));
        }
    }

    private void one(String path, Place reader, Place writer) {
        if (!takes(reader.types(), writer.types())) {
            note(
                    path,
                    Rule.TYPE_CHANGED,
                    "the type %s where %s was expected".formatted(writer.types(), reader.types()));
            return;
        }
        values(path, reader, writer);
        text(path, reader, writer, "pattern", Rule.PATTERN_CHANGED);
        text(path, reader, writer, "format", Rule.FORMAT_CHANGED);
        Range.narrowed(reader, writer).forEach(range -> note(path, Rule.RANGE_NARROWED, range));
        new Fields(reading, this::add).compare(path, reader, writer);
        for (var name : reader.properties()) {
            writer.property(name)
                    .ifPresent(written ->
                            compare(dotted(path, name), property(reader, name), written));
        }
        inner(path + "[]", "items", reader, writer);
        inner(path + "{}", "additionalProperties", reader, writer);
    }

    private static JsonNode property(Place place, String name) {
        return place.property(name).orElseThrow();
    }

    private static boolean takes(Set<String> readable, Set<String> written) {
        return readable.isEmpty()
                || (!written.isEmpty()
                        && written.stream()
                                .allMatch(type ->
                                        readable.contains(type)
                                                || (type.equals("integer")
                                                        && readable.contains("number"))));
    }

    private void values(String path, Place reader, Place writer) {
        var readable = reader.values();
        if (readable.isEmpty()) {
            return;
        }
        if (writer.values().isEmpty()) {
            note(path, Rule.VALUE_UNKNOWN, "any value where only %s are known".formatted(readable));
        }
        writer.values().stream()
                .filter(value -> !readable.contains(value))
                .forEach(
                        value -> note(path, Rule.VALUE_UNKNOWN, "the value '%s'".formatted(value)));
    }

    private void text(String path, Place reader, Place writer, String keyword, Rule rule) {
        if (reader.has(keyword) && !reader.get(keyword).equals(writer.get(keyword))) {
            note(
                    path,
                    rule,
                    writer.has(keyword)
                            ? "the %s %s where %s was expected"
                                    .formatted(keyword, writer.get(keyword), reader.get(keyword))
                            : "text of any %s where %s was expected"
                                    .formatted(keyword, reader.get(keyword)));
        }
    }

    private void inner(String path, String keyword, Place reader, Place writer) {
        if (reader.get(keyword).isObject() && writer.get(keyword).isObject()) {
            compare(path, reader.get(keyword), writer.get(keyword));
        }
    }

    static String dotted(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void note(String path, Rule rule, String met) {
        add(
                new Break(
                        path.isEmpty() ? "(all)" : path,
                        rule,
                        reading,
                        switch (reading) {
                            case NEW_READS_OLD ->
                                    "what was written by the published schema may have %s, which is read no more"
                                            .formatted(met);
                            case OLD_READS_NEW ->
                                    "a reader of the published schema does not know %s, which may be written now"
                                            .formatted(met);
                        }));
    }

    private void add(Break found) {
        breaks.add(found);
    }
}
