package io.orderloom.kit.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.kit.setting.SettingJson;
import io.orderloom.subscriber.SigningKey;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.topology.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Splits a secret into its parts, one for each channel instance or subscriber, so that a mistake in
 * one affects no other. The settings of the ERP belong together and have no parts. Pure.
 */
final class SecretParts {
    private static final String NAME = "name";

    private SecretParts() {}

    /**
     * The parts by the name of the instance or subscriber. An entry without a name is no part.
     *
     * @throws IllegalArgumentException if the text is not of the form that has parts
     */
    static Map<String, JsonNode> of(Secret secret, String setting) {
        return switch (secret) {
            case CHANNEL_SIGNING, CHANNEL_API -> SettingJson.object(setting);
            case SUBSCRIBERS -> {
                var byName = byName(setting);
                if (byName.isPresent()) {
                    yield byName.get();
                }
                var parts = new LinkedHashMap<String, JsonNode>();
                SettingJson.array(setting)
                        .forEach(one -> parts.putIfAbsent(one.path("name").asText(), one));
                parts.remove("");
                yield parts;
            }
            case ERP -> Map.of();
        };
    }

    /** Replaces parts of the setting with the others that have the same names. */
    static String with(Secret secret, String setting, Map<String, JsonNode> others) {
        return switch (secret) {
            case CHANNEL_SIGNING, CHANNEL_API -> {
                var parts = new LinkedHashMap<>(of(secret, setting));
                parts.putAll(others);
                yield JsonNodeFactory.instance.objectNode().setAll(parts).toString();
            }
            case SUBSCRIBERS ->
                    byName(setting)
                            .map(parts -> keys(parts, others))
                            .orElseGet(() -> whole(setting, others));
            case ERP -> setting;
        };
    }

    /**
     * Reads the form that holds signing secrets only, used where the rest of a subscriber is no
     * secret.
     */
    private static Optional<Map<String, JsonNode>> byName(String setting) {
        try {
            return Optional.of(SettingJson.object(setting));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The earlier value may be of the other form, and so may its parts. */
    private static String keys(Map<String, JsonNode> own, Map<String, JsonNode> others) {
        var parts = new LinkedHashMap<>(own);
        others.forEach(
                (name, part) -> parts.put(name, part.has(NAME) ? part.path("secrets") : part));
        return JsonNodeFactory.instance.objectNode().setAll(parts).toString();
    }

    private static String whole(String setting, Map<String, JsonNode> others) {
        var parts = new ArrayList<JsonNode>();
        for (var one : SettingJson.array(setting)) {
            var other = others.getOrDefault(one.path("name").asText(), one);
            parts.add(
                    other.isArray() && one instanceof ObjectNode own
                            ? own.deepCopy().set("secrets", other)
                            : other);
        }
        return JsonNodeFactory.instance.arrayNode().addAll(parts).toString();
    }

    /** Returns why a part can't be used, and never its value. */
    static Optional<String> flaw(Secret secret, JsonNode part) {
        return switch (secret) {
            case CHANNEL_SIGNING ->
                    texts(part)
                            ? Flaws.ofSecrets(part.valueStream().map(JsonNode::asText).toList())
                            : Optional.of("it is no list of signing secrets");
            case CHANNEL_API ->
                    text(part, "url")
                            .or(() -> text(part, "token"))
                            .or(() -> Flaws.ofAddress("url", part.path("url").asText()))
                            .or(() -> Flaws.ofSecret("token", part.path("token").asText()));
            case SUBSCRIBERS -> ofSubscriber(part);
            case ERP -> Optional.empty();
        };
    }

    /**
     * A list is signing keys. An object is all settings of a subscriber, or else the secret ones
     * that its kind defines, and of a kind nothing is known here.
     */
    private static Optional<String> ofSubscriber(JsonNode part) {
        if (!part.isObject()) {
            return ofKeys(part);
        }
        return part.has(NAME)
                        && part.path("kind").asText(Subscriber.WEBHOOK).equals(Subscriber.WEBHOOK)
                ? ofWhole(part)
                : ofSettings(part);
    }

    private static Optional<String> ofWhole(JsonNode part) {
        return text(part, NAME)
                .or(() -> text(part, "url"))
                .or(() -> Flaws.ofAddress("url", part.path("url").asText()))
                .or(() ->
                        texts(part.path("secrets"))
                                ? ofKeys(part.path("secrets"))
                                : Optional.of("secrets is no list of signing secrets"))
                .or(() -> Flaws.ofSwitch("testOrders", part));
    }

    private static Optional<String> ofKeys(JsonNode part) {
        return texts(part)
                ? SigningKey.flaw(part.valueStream().map(JsonNode::asText).toList())
                : Optional.of("it is no list of signing secrets");
    }

    private static Optional<String> ofSettings(JsonNode part) {
        return part.propertyStream()
                .filter(one -> one.getValue().isTextual())
                .map(one -> Flaws.ofSecret(one.getKey(), one.getValue().asText()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean texts(JsonNode list) {
        return list.isArray()
                && !list.isEmpty()
                && list.valueStream().allMatch(JsonNode::isTextual);
    }

    private static Optional<String> text(JsonNode part, String field) {
        return part.path(field).isTextual()
                ? Optional.empty()
                : Optional.of("%s is no text".formatted(field));
    }
}
