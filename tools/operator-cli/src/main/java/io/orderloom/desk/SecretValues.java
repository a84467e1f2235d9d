package io.orderloom.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderloom.kit.json.Json;
import io.orderloom.topology.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of secrets, by setting. No message of this class contains a value.
 *
 * @param bySecret the settings of each given secret
 */
record SecretValues(Map<Secret, Map<String, JsonNode>> bySecret) {
    private static final String SIGNING = "ORDERLOOM_CHANNEL_SECRETS";
    private static final String APIS = "ORDERLOOM_CHANNEL_APIS";
    private static final String SUBSCRIBERS = "ORDERLOOM_SUBSCRIBERS";

    /** Reads a file with one JSON object: by each secret's label, an object of settings. */
    static SecretValues read(Path file) {
        try {
            return of(
                    Json.read(
                            Files.readString(file),
                            new TypeReference<Map<String, Map<String, JsonNode>>>() {}));
        } catch (IOException e) {
            throw new UsageException("FILE: %s can't be read".formatted(file));
        } catch (IllegalArgumentException _) {
            // Without the cause, because its message quotes the text that it could not read.
            throw new UsageException(
                    "FILE: %s is no JSON object of secrets, each an object of settings; the labels are %s"
                            .formatted(file, labels()));
        }
    }

    static SecretValues of(Map<String, Map<String, JsonNode>> byLabel) {
        var values = new EnumMap<Secret, Map<String, JsonNode>>(Secret.class);
        byLabel.forEach((label, settings) -> values.put(secret(label), new TreeMap<>(settings)));
        return new SecretValues(values);
    }

    /** These secrets, and the stored ones that are not among them. */
    SecretValues over(SecretValues stored) {
        var all = new EnumMap<Secret, Map<String, JsonNode>>(Secret.class);
        all.putAll(stored.bySecret);
        all.putAll(bySecret);
        return new SecretValues(all);
    }

    /** The mismatches with the stage, a line each. */
    List<String> problems(StageFile stage) {
        var problems = new ArrayList<String>();
        bySecret.forEach((secret, settings) ->
                settings.keySet().stream()
                        .filter(setting -> !setting.startsWith(secret.prefix()))
                        .forEach(setting ->
                                problems.add(
                                        "%s: '%s' is no setting that this secret may hold; those begin with %s"
                                                .formatted(
                                                        secret.label(),
                                                        setting,
                                                        secret.prefix()))));
        unknown(Secret.CHANNEL_SIGNING, SIGNING, stage, problems);
        unknown(Secret.CHANNEL_API, APIS, stage, problems);
        for (var channel : stage.channels()) {
            if (setting(Secret.CHANNEL_SIGNING, SIGNING).path(channel).isEmpty()) {
                problems.add(
                        "%s: %s has no secret of the channel instance '%s', so none of its webhooks would be taken"
                                .formatted(Secret.CHANNEL_SIGNING.label(), SIGNING, channel));
            }
        }
        problems.addAll(ErpProblems.of(bySecret.getOrDefault(Secret.ERP, Map.of()), stage));
        problems.addAll(SubscriberProblems.of(setting(Secret.SUBSCRIBERS, SUBSCRIBERS), stage));
        return problems;
    }

    /** The secrets that lack something that the stage needs. */
    Set<Secret> incomplete(StageFile stage) {
        var incomplete = EnumSet.noneOf(Secret.class);
        for (var secret : Secret.values()) {
            if (problems(stage).stream()
                    .anyMatch(problem -> problem.startsWith(secret.label() + ":"))) {
                incomplete.add(secret);
            }
        }
        return incomplete;
    }

    /** The changes if these replace the stored secrets, a line each. */
    List<String> changes(SecretValues stored) {
        var lines = new ArrayList<String>();
        bySecret.forEach((secret, settings) -> {
            var before = flat(stored.bySecret.getOrDefault(secret, Map.of()));
            var after = flat(settings);
            var names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            for (var name : names) {
                var change = change(before.get(name), after.get(name));
                if (!change.isEmpty()) {
                    lines.add("%-16s %-8s %s".formatted(secret.label(), change, name));
                }
            }
        });
        return lines;
    }

    private static String change(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null) {
            return "added";
        }
        if (after == null) {
            return "removed";
        }
        return before.equals(after) ? "" : "changed";
    }

    /**
     * Takes settings that are objects by channel instance apart, so that each instance is compared
     * by itself.
     */
    private static Map<String, JsonNode> flat(Map<String, JsonNode> settings) {
        var flat = new TreeMap<String, JsonNode>();
        settings.forEach((name, value) -> {
            if (value.isObject()) {
                value.propertyStream()
                        .forEach(one -> flat.put(name + "." + one.getKey(), one.getValue()));
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    private void unknown(Secret secret, String setting, StageFile stage, List<String> problems) {
        setting(secret, setting)
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(instance -> !stage.channels().contains(instance))
                .forEach(instance ->
                        problems.add(
                                "%s: %s names '%s', which is no channel instance of the stage; there are %s"
                                        .formatted(
                                                secret.label(),
                                                setting,
                                                instance,
                                                stage.channels())));
    }

    private JsonNode setting(Secret secret, String setting) {
        var found = bySecret.getOrDefault(secret, new HashMap<>()).get(setting);
        return found == null ? MissingNode.getInstance() : found;
    }

    private static Secret secret(String label) {
        return Stream.of(Secret.values())
                .filter(secret -> secret.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "FILE: '%s' is no secret; there are %s"
                                        .formatted(label, labels())));
    }

    private static List<String> labels() {
        return Stream.of(Secret.values()).map(Secret::label).toList();
    }

    /** Prints no values, so that secrets stay out of logs. */
    @Override
    public String toString() {
        return bySecret.keySet().toString();
    }
}
