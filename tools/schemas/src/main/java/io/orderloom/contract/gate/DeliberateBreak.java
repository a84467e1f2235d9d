package io.orderloom.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.contract.compat.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A break that somebody has decided on.
 *
 * @param because why it is necessary, and for a queue how the messages under way are handled
 * @param upcaster the class that reads what was written before; required where the table is the
 *     reader
 */
public record DeliberateBreak(
        String schema, String field, String rule, String because, Optional<String> upcaster) {

    /**
     * @throws IllegalArgumentException if an entry lacks a field
     */
    static List<DeliberateBreak> listed(String yaml) {
        var breaks = new ArrayList<DeliberateBreak>();
        for (var entry : Notation.parsedYaml(yaml)) {
            breaks.add(
                    new DeliberateBreak(
                            text(entry, "schema"),
                            text(entry, "field"),
                            text(entry, "rule"),
                            text(entry, "because"),
                            Optional.ofNullable(entry.get("upcaster")).map(JsonNode::asText)));
        }
        return List.copyOf(breaks);
    }

    private static String text(JsonNode entry, String field) {
        var text = entry.path(field).asText();
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "deliberate-breaks.yaml: '%s' is missing in %s".formatted(field, entry));
        }
        return text;
    }

    boolean means(String name, Break found) {
        return schema.equals(name)
                && field.equals(found.field())
                && rule.equals(found.rule().label());
    }

    @Override
    public String toString() {
        return "%s: %s [%s]".formatted(schema, field, rule);
    }
}
