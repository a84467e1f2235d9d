package io.orderloom.kit.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.kit.setting.SettingJson;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.topology.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a secret says of one channel instance or one subscriber: a mistake in it is nobody else's.
 * The settings of the ERP belong together, and have no parts. Pure.
 */
final class SecretParts {
    private SecretParts() {}

    /**
     * By the name of the instance or subscriber; one without a name is no part.
     *
     * @throws IllegalArgumentException if the text is not of the form that has parts
     */
    static Map<String, JsonNode> of(Secret secret, String setting) {
        return switch (secret) {
            case CHANNEL_SIGNING, CHANNEL_API -> SettingJson.object(setting);
            case SUBSCRIBERS -> {
                var parts = new LinkedHashMap<String, JsonNode>();
                SettingJson.array(setting)
                        .forEach(one -> parts.putIfAbsent(one.path("name").asText(), one));
                parts.remove("");
                yield parts;
            }
            case ERP -> Map.of();
        };
    }

    /** The setting with other parts in the place of those of the same name. */
    static String with(Secret secret, String setting, Map<String, JsonNode> others) {
        return switch (secret) {
            case CHANNEL_SIGNING, CHANNEL_API -> {
                var parts = new LinkedHashMap<>(of(secret, setting));
                parts.putAll(others);
                yield JsonNodeFactory.instance.objectNode().setAll(parts).toString();
            }
            case SUBSCRIBERS -> {
                var parts = new ArrayList<JsonNode>();
                SettingJson.array(setting)
                        .forEach(one ->
                                parts.add(others.getOrDefault(one.path("name").asText(), one)));
                yield JsonNodeFactory.instance.arrayNode().addAll(parts).toString();
            }
            case ERP -> setting;
        };
    }

    /** Why a part can't be used; never its value. */
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
            case SUBSCRIBERS ->
                    text(part, "name")
                            .or(() -> text(part, "url"))
                            .or(() ->
                                    texts(part.path("secrets"))
                                            ? Flaws.of(subscriber(part))
                                            : Optional.of("secrets is no list of signing secrets"))
                            .or(() -> Flaws.ofSwitch("testOrders", part));
            case ERP -> Optional.empty();
        };
    }

    private static Subscriber subscriber(JsonNode part) {
        return new Subscriber(
                part.path("name").asText(),
                part.path("url").asText(),
                part.path("secrets").valueStream().map(JsonNode::asText).toList());
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
