package io.orderloom.kit.secret;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.setting.Flaws;
import io.orderloom.kit.setting.SettingJson;
import io.orderloom.topology.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A secret's value as it was read.
 *
 * @param settings by the names of the environment variables that stand for the same settings
 * @param changedAt when the secret was last given a value
 * @param flaws why a part of it can't be used, by the part's name; or why the whole can't, by the
 *     secret's name
 */
record ReadSecret(
        String name,
        Secret secret,
        Map<String, String> settings,
        Instant changedAt,
        Map<String, String> flaws) {

    ReadSecret {
        settings = Map.copyOf(settings);
        flaws = Map.copyOf(flaws);
    }

    /**
     * @param name the name in Secrets Manager: the topology's, preceded by the stage's
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
        settings.forEach((setting, value) ->
                flaw(secret, setting, value)
                        .ifPresent(flaw -> {
                            throw new IllegalStateException("secret %s: %s".formatted(name, flaw));
                        }));
        var flaws = new LinkedHashMap<String, String>();
        parts(secret, settings)
                .forEach((part, value) ->
                        SecretParts.flaw(secret, value)
                                .ifPresent(flaw ->
                                        flaws.put(
                                                part,
                                                "secret %s: '%s': %s"
                                                        .formatted(name, part, flaw))));
        return new ReadSecret(name, secret, settings, changedAt, flaws);
    }

    /** Replaces parts that can't be used with those of an earlier value. */
    ReadSecret mended(ReadSecret before) {
        var good = new LinkedHashMap<>(parts(secret, before.settings));
        good.keySet().retainAll(flaws.keySet());
        good.values().removeIf(part -> SecretParts.flaw(secret, part).isPresent());
        var all = new TreeMap<>(settings);
        all.computeIfPresent(
                secret.prefix(), (_, setting) -> SecretParts.with(secret, setting, good));
        return new ReadSecret(name, secret, all, changedAt, flaws);
    }

    /** Keeps this value in place of a newer one that can't be used at all. */
    ReadSecret insteadOf(String newerFlaw) {
        return new ReadSecret(name, secret, settings, changedAt, Map.of(name, newerFlaw));
    }

    /** Whether each of its parts can be used, even if it comes from an earlier value. */
    boolean whole() {
        return flaws.keySet().stream().allMatch(this::sound);
    }

    boolean sound(String part) {
        return Optional.ofNullable(parts(secret, settings).get(part))
                .filter(value -> SecretParts.flaw(secret, value).isEmpty())
                .isPresent();
    }

    private static Map<String, JsonNode> parts(Secret secret, Map<String, String> settings) {
        return Optional.ofNullable(settings.get(secret.prefix()))
                .map(setting -> SecretParts.of(secret, setting))
                .orElse(Map.of());
    }

    private static Optional<String> flaw(Secret secret, String setting, String value) {
        if (!setting.startsWith(secret.prefix())) {
            return Optional.of(
                    "'%s' is not a setting that it may hold; those begin with %s"
                            .formatted(setting, secret.prefix()));
        }
        return switch (secret) {
            // An empty setting is the same as none; the adapter reports it.
            case ERP -> value.isEmpty() ? Optional.empty() : ofErp(setting, value);
            case CHANNEL_SIGNING, CHANNEL_API, SUBSCRIBERS ->
                    setting.equals(secret.prefix()) ? ofParts(secret, value) : Optional.empty();
        };
    }

    private static Optional<String> ofParts(Secret secret, String setting) {
        try {
            var _ = SecretParts.of(secret, setting);
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("%s %s".formatted(secret.prefix(), unreadable.getMessage()));
        }
    }

    private static Optional<String> ofErp(String setting, String value) {
        return Flaws.ofSecret(setting, value)
                .or(() ->
                        setting.endsWith("_URL")
                                ? Flaws.ofAddress(setting, value)
                                : Optional.empty());
    }

    private static Secret named(String name) {
        return Stream.of(Secret.values())
                .filter(secret -> name.endsWith(secret.secretName()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s: '%s' is not the name of a secret that Orderloom reads"
                                        .formatted(Secret.VARIABLE, name)));
    }

    private static Map<String, JsonNode> values(String name, String json) {
        try {
            return SettingJson.object(json);
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(
                    "secret %s: the value is no JSON object".formatted(name));
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "%s%s, changed %s".formatted(secret, settings.keySet(), changedAt);
    }
}
