package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.topology.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks the subscribers' secret against the subscribers in the stage's settings. The secret is an
 * object by name of signing secrets, or of the secret settings that a kind defines; or, in the
 * earlier form, an array with all settings of each subscriber.
 */
final class SubscriberProblems {
    private SubscriberProblems() {}

    static List<String> of(JsonNode secret, StageFile stage) {
        var problems = new ArrayList<String>();
        var signed = new TreeSet<String>();
        if (secret.isArray()) {
            for (var one : secret) {
                whole(one, stage, problems);
                signed.add(one.path("name").asText());
            }
        } else {
            secret.propertyStream()
                    .filter(one -> !one.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .forEach(signed::add);
            stage.notSubscribers(secret.propertyStream().map(Map.Entry::getKey).toList())
                    .forEach(name ->
                            problems.add(
                                    "names '%s', which is no subscriber in %s; there are %s"
                                            .formatted(
                                                    name,
                                                    stage.place(),
                                                    stage.subscribers().keySet())));
        }
        stage.webhooks().stream()
                .filter(name -> !signed.contains(name))
                .forEach(name ->
                        problems.add(
                                "has no signing secret of the subscriber '%s', so its events would wait"
                                        .formatted(name)));
        return problems.stream()
                .map(problem ->
                        "%s: ORDERLOOM_SUBSCRIBERS %s"
                                .formatted(Secret.SUBSCRIBERS.label(), problem))
                .toList();
    }

    private static void whole(JsonNode subscriber, StageFile stage, List<String> problems) {
        var name = subscriber.path("name").asText("?");
        var needed =
                StageFile.isWebhook(subscriber)
                        ? Stream.of("name", "url", "secrets")
                        : Stream.of("name");
        needed.filter(field -> subscriber.path(field).isMissingNode())
                .forEach(field ->
                        problems.add(
                                "has the subscriber '%s' without '%s'".formatted(name, field)));
        var testOrders = subscriber.path("testOrders");
        if (!testOrders.isMissingNode() && !testOrders.isBoolean()) {
            problems.add(
                    "has the subscriber '%s': testOrders is neither true nor false"
                            .formatted(name));
        }
        var url = stage.subscribers().get(name);
        if (url != null && !url.equals(subscriber.path("url").asText(url))) {
            problems.add(
                    "has a url of '%s' that differs from the one in %s, which is used; keep the signing secrets alone: {\"%s\": [\"whsec_…\"]}"
                            .formatted(name, stage.place(), name));
        }
    }
}
