package io.orderloom.kit.secret;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.channel.Secrets;
import io.orderloom.kit.json.Json;
import io.orderloom.topology.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A secret's value at the time that it was read.
 *
 * @param settings by the names of the variables that say the same
 * @param changedAt when it was last given a value
 */
record ReadSecret(Secret secret, Map<String, String> settings, Instant changedAt) {

    ReadSecret {
        settings = Map.copyOf(settings);
    }

    /**
     * @param name as at Secrets Manager, the topology's with the stage's in front
     * @param json an object of settings; a setting may be a text or JSON itself
     * @throws IllegalStateException if it can't be used; the message holds nothing of the value
     */
    static ReadSecret of(String name, String json, Instant changedAt) {
        var secret = named(name);
        var settings =
                values(name, json).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> text(entry.getValue())));
        settings.keySet().stream()
                .filter(setting -> !setting.startsWith(secret.prefix()))
                .findFirst()
                .ifPresent(setting -> {
                    throw new IllegalStateException(
                            "secret %s: '%s' is not a setting that it may hold; those begin with %s"
                                    .formatted(name, setting, secret.prefix()));
                });
        if (secret == Secret.ERP) {
            settings.forEach((setting, value) -> sound(name, setting, value));
        }
        return new ReadSecret(secret, settings, changedAt);
    }

    /** The others hold JSON, of which those who read it look at each secret. */
    private static void sound(String name, String setting, String value) {
        // An empty setting is the same as none, which the adapter answers for.
        Secrets.flaw(value)
                .filter(_ -> !value.isEmpty())
                .ifPresent(flaw -> {
                    throw new IllegalStateException(
                            "secret %s: %s %s".formatted(name, setting, flaw));
                });
    }

    private static Secret named(String name) {
        return Stream.of(Secret.values())
                .filter(secret -> name.endsWith(secret.secretName()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s: '%s' is the name of no secret of ours"
                                        .formatted(Secret.VARIABLE, name)));
    }

    private static Map<String, JsonNode> values(String name, String json) {
        try {
            return Json.read(json, new TypeReference<Map<String, JsonNode>>() {});
        } catch (IllegalArgumentException _) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException(
                    "secret %s: the value is no JSON object".formatted(name));
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "%s%s, changed %s".formatted(secret, settings.keySet(), changedAt);
    }
}
