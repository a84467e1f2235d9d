package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import io.orderloom.topology.Secret;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * {@code secrets FILE=… SETTINGS=…}: stores the values of a file as the stage's secrets if all of
 * them fit its settings; otherwise stores nothing. Prints what changed, and never a value.
 */
public final class SecretsDesk {
    private static final int NOT_DONE = 1;
    private static final int WRONG_USE = 2;

    private final SecretsManagerClient client;
    private final CommandTarget place;
    private final PrintStream out;

    SecretsDesk(SecretsManagerClient client, CommandTarget place, PrintStream out) {
        this.client = client;
        this.place = place;
        this.out = out;
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.getenv()));
    }

    private static int run(List<String> words, Map<String, String> environment) {
        try {
            var place = CommandTarget.of(environment);
            var stage = environment.getOrDefault("ORDERLOOM_STAGE", "");
            var given = CommandArguments.of(words);
            try (var client = place.secretsManagerClient()) {
                return new SecretsDesk(client, place, System.out)
                        .put(
                                SecretValues.read(Path.of(given.get("FILE"))),
                                StageFile.read(given.find("SETTINGS"), stage));
            }
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (SdkException away) {
            System.err.printf(
                    "The secrets can't be reached (check the credentials, STAGE and ENDPOINT): %s%n",
                    away.getMessage());
            return NOT_DONE;
        }
    }

    int put(SecretValues given, StageFile stage) {
        var stored = stored();
        var problems = given.over(stored).problems(stage);
        if (!problems.isEmpty()) {
            throw new UsageException(
                    problems.stream()
                            .collect(
                                    Collectors.joining(
                                            System.lineSeparator(),
                                            "The secrets don't fit the stage, so none was stored:"
                                                    + System.lineSeparator(),
                                            "")));
        }
        var changes = given.changes(stored);
        for (var secret : given.bySecret().keySet()) {
            if (changes.stream().anyMatch(line -> line.startsWith(secret.label() + " "))) {
                put(secret, given.bySecret().getOrDefault(secret, Map.of()));
            }
        }
        changes.forEach(out::println);
        out.println(
                changes.isEmpty()
                        ? "All secrets have these values already."
                        : "Running functions read them within five minutes, and the ERP's secrets when they start next.");
        return 0;
    }

    private void put(Secret secret, Map<String, JsonNode> settings) {
        client.putSecretValue(r -> r.secretId(name(secret)).secretString(Json.text(settings)));
    }

    private SecretValues stored() {
        return new StoredSecrets(client, place).values();
    }

    private String name(Secret secret) {
        return place.named(secret.secretName());
    }
}
