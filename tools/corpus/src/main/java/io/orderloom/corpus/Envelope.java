package io.orderloom.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes payloads out of the forms in which they are published: a recorded webhook with its headers,
 * an API's answer that names its one content, or a list of such contents.
 */
final class Envelope {
    /** Members that an API puts beside the content of its answer. */
    private static final Set<String> REMARKS = Set.of("notice", "error", "errors", "extensions");

    private Envelope() {}

    /** The payloads of a file; the file itself, byte by byte, if it is no envelope. */
    static List<Enclosed> open(byte[] file) {
        return CorpusJson.tree(file)
                .map(Envelope::contents)
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(Enclosed.bare(file)));
    }

    private static List<Enclosed> contents(JsonNode json) {
        if (isListOfObjects(json)) {
            return each(json, Optional.empty());
        }
        return isWebhook(json) ? List.of(webhook(json)) : answer(json);
    }

    private static boolean isWebhook(JsonNode json) {
        var body = json.path("body");
        return (body.isObject() || body.isTextual())
                && (json.path("headers").isObject() || json.path("topic").isTextual());
    }

    private static Enclosed webhook(JsonNode json) {
        var headers =
                json.path("headers")
                        .propertyStream()
                        .filter(header -> header.getValue().isValueNode())
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, header -> header.getValue().asText()));
        var body = json.path("body");
        return new Enclosed(
                "",
                Optional.of(json.path("topic").asText()).filter(topic -> !topic.isBlank()),
                headers,
                Enclosed.bytes(body.isTextual() ? body.asText() : body.toString()));
    }

    /** The content that an API's answer names, if there is exactly one. */
    private static List<Enclosed> answer(JsonNode json) {
        var names = new ArrayList<String>();
        json.fieldNames().forEachRemaining(names::add);
        if (names.size() > 1) {
            names.removeAll(REMARKS);
        }
        if (names.size() != 1) {
            return List.of();
        }
        var label = Optional.of(names.getFirst());
        var content = json.path(names.getFirst());
        if (content.isObject()) {
            return List.of(Enclosed.labelled("", label, content.toString()));
        }
        return isListOfObjects(content) ? each(content, label) : List.of();
    }

    private static List<Enclosed> each(JsonNode list, Optional<String> label) {
        var found = new ArrayList<Enclosed>();
        for (var element : list) {
            var place = list.size() == 1 ? "" : "#" + (found.size() + 1);
            found.add(Enclosed.labelled(place, label, element.toString()));
        }
        return List.copyOf(found);
    }

    private static boolean isListOfObjects(JsonNode json) {
        return json.isArray() && !json.isEmpty() && json.valueStream().allMatch(JsonNode::isObject);
    }
}
