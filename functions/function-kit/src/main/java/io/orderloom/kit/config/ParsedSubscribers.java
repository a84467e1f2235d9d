package io.orderloom.kit.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.setting.SettingJson;
import io.orderloom.subscriber.Subscriber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Subscribers sorted into those that can be notified and those that can't, with the reason.
 *
 * @param sound by name, those that can be notified
 * @param flaws why each of the others can't be, by the name under which its events wait
 * @param nameless why entries without a name of their own can't be used; no events can wait for
 *     them
 * @param asking those that subscribe to test orders, whether they can be notified or not
 * @param tenants by name, the tenant whose orders alone a subscriber gets events of
 */
record ParsedSubscribers(
        Map<String, Recipient> sound,
        Map<String, String> flaws,
        List<String> nameless,
        Set<String> asking,
        Map<String, String> tenants) {

    static final ParsedSubscribers NONE =
            new ParsedSubscribers(Map.of(), Map.of(), List.of(), Set.of(), Map.of());

    /**
     * @param kinds know which settings their subscribers have
     * @throws IllegalStateException if the text is no JSON array, a mistake that belongs to no
     *     single subscriber; the message quotes nothing
     */
    static ParsedSubscribers of(String json, SubscriberKinds kinds) {
        var parsed =
                new ParsedSubscribers(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new ArrayList<>(),
                        new HashSet<>(),
                        new LinkedHashMap<>());
        var list = list(json);
        for (int i = 0; i < list.size(); i++) {
            parsed.take("subscriber %d".formatted(i + 1), new SubscriberEntry(list.get(i)), kinds);
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

    private void take(String place, SubscriberEntry entry, SubscriberKinds kinds) {
        var name = entry.name();
        if (name.isBlank()) {
            nameless.add(worded(place, "name is empty"));
        } else if (sound.containsKey(name) || flaws.containsKey(name)) {
            nameless.add(
                    worded(
                            place,
                            "name is '%s', which another subscriber before it has; rename one"
                                    .formatted(name)));
        } else {
            if (entry.asks()) {
                asking.add(name);
            }
            entry.tenant().ifPresent(tenant -> tenants.put(name, tenant));
            entry.flaw()
                    .ifPresentOrElse(flaw -> flawed(name, flaw), () -> open(entry.read(), kinds));
        }
    }

    private void open(Subscriber subscriber, SubscriberKinds kinds) {
        var name = subscriber.name();
        var connector = kinds.find(subscriber.kind());
        if (connector.isEmpty()) {
            flawed(
                    name,
                    "kind names no connector that this function was built with; there are %s"
                            .formatted(kinds.listed()));
            return;
        }
        var flaws = new TreeMap<>(connector.get().check(subscriber));
        if (flaws.isEmpty()) {
            sound.put(name, new Recipient(subscriber, connector.get().open(subscriber)));
        } else {
            flawed(name, String.join("; ", flaws.values()));
        }
    }

    private void flawed(String name, String flaw) {
        flaws.put(name, worded("'%s'".formatted(name), flaw));
    }

    private static String worded(String which, String flaw) {
        return "ORDERLOOM_SUBSCRIBERS: %s: %s".formatted(which, flaw);
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
        return new ParsedSubscribers(mended, flaws, nameless, asking, tenants);
    }
}
