package io.orderloom.kit.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.kit.setting.SettingJson;
import io.orderloom.subscriber.Subscriber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Subscribers sorted into those that can be notified and those that can't, with the reason.
 *
 * @param sound by name, those that can be notified
 * @param flaws why each of the others can't be, by the name under which its events wait
 * @param nameless why entries without a name of their own can't be used; no events can wait for
 *     them
 * @param asking those that subscribe to test orders, whether they can be notified or not
 */
record ParsedSubscribers(
        Map<String, Subscriber> sound,
        Map<String, String> flaws,
        List<String> nameless,
        Set<String> asking) {

    static final ParsedSubscribers NONE =
            new ParsedSubscribers(Map.of(), Map.of(), List.of(), Set.of());

    private static final String TEST_ORDERS = "testOrders";

    /**
     * @throws IllegalStateException if the text is no JSON array, a mistake that belongs to no
     *     single subscriber; the message quotes nothing
     */
    static ParsedSubscribers of(String json) {
        var parsed =
                new ParsedSubscribers(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new ArrayList<>(),
                        new HashSet<>());
        var list = list(json);
        for (int i = 0; i < list.size(); i++) {
            parsed.take("subscriber %d".formatted(i + 1), list.get(i));
        }
        return parsed;
    }

    private static List<JsonNode> list(String json) {
        try {
            return SettingJson.array(json);
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException("ORDERLOOM_SUBSCRIBERS is no JSON array; correct it");
        }
    }

    private void take(String place, JsonNode entry) {
        var name = entry.path("name").asText();
        if (name.isBlank()) {
            nameless.add(worded(place, "name is empty"));
        } else if (sound.containsKey(name) || flaws.containsKey(name)) {
            nameless.add(worded(place, "name is '%s', as of one before it".formatted(name)));
        } else {
            if (entry.path(TEST_ORDERS).booleanValue()) {
                asking.add(name);
            }
            read(entry)
                    .ifPresentOrElse(
                            subscriber ->
                                    Flaws.of(subscriber)
                                            .or(() -> Flaws.ofSwitch(TEST_ORDERS, entry))
                                            .ifPresentOrElse(
                                                    flaw -> flawed(name, flaw),
                                                    () -> sound.put(name, subscriber)),
                            () -> flawed(name, "url is no text, or secrets is no list of texts"));
        }
    }

    private void flawed(String name, String flaw) {
        flaws.put(name, worded("'%s'".formatted(name), flaw));
    }

    private static String worded(String which, String flaw) {
        return "ORDERLOOM_SUBSCRIBERS: %s: %s".formatted(which, flaw);
    }

    /** A number or null in the place of a text is read as absent. */
    private static Optional<Subscriber> read(JsonNode entry) {
        var secrets = entry.path("secrets");
        return entry.path("url").isTextual()
                        && secrets.isArray()
                        && secrets.valueStream().allMatch(JsonNode::isTextual)
                ? Optional.of(
                        new Subscriber(
                                entry.path("name").asText(),
                                entry.path("url").asText(),
                                secrets.valueStream().map(JsonNode::asText).toList(),
                                entry.path(TEST_ORDERS).booleanValue()))
                : Optional.empty();
    }

    /** The subscribers whose events wait, because no usable settings of theirs are known. */
    Map<String, String> waiting() {
        var waiting = new LinkedHashMap<>(flaws);
        waiting.keySet().removeAll(sound.keySet());
        return waiting;
    }

    /** Replaces settings that can't be used with the earlier ones that could. */
    ParsedSubscribers mended(ParsedSubscribers before) {
        var mended = new LinkedHashMap<>(sound);
        for (var name : flaws.keySet()) {
            Optional.ofNullable(before.sound.get(name)).ifPresent(good -> mended.put(name, good));
        }
        return new ParsedSubscribers(mended, flaws, nameless, asking);
    }
}
