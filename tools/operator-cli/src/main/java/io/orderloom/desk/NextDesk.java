package io.orderloom.desk;

import io.orderloom.topology.Secret;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code next DOOR=… SETTINGS=…}: prints what is left to do after a deployment: the addresses for
 * the webhooks of each channel instance, and the secrets that lack something. This is only advice,
 * so a failed look-up does not make the deployment fail.
 */
public final class NextDesk {
    private final PrintStream out;

    NextDesk(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) {
        run(List.of(words), System.getenv());
    }

    private static void run(List<String> words, Map<String, String> environment) {
        try {
            var place = CommandTarget.of(environment);
            var given = CommandArguments.of(words);
            var stage =
                    StageFile.read(
                            given.find("SETTINGS"),
                            environment.getOrDefault("ORDERLOOM_STAGE", ""));
            var next = new NextDesk(System.out);
            next.doors(stage, given.get("DOOR"));
            try (var client = place.secretsManagerClient()) {
                next.secrets(
                        new StoredSecrets(client, place).values(),
                        stage,
                        environment.getOrDefault("ORDERLOOM_STAGE", ""));
            }
        } catch (UsageException wrong) {
            System.out.printf("  What is next could not be said: %s%n", wrong.getMessage());
        } catch (SdkException unknown) {
            System.out.printf(
                    "  Which secrets lack a value could not be looked up: %s%n",
                    unknown.getMessage());
        }
    }

    void doors(StageFile stage, String door) {
        if (stage.channels().isEmpty()) {
            out.printf(
                    "  no channel instance is configured; name them in %s and deploy again%n",
                    stage.place());
        }
        for (var channel : stage.channels()) {
            out.printf("  %-14s %s/webhooks/%s%n", channel, door, channel);
        }
    }

    /** Prints names only, never values. */
    void secrets(SecretValues stored, StageFile stage, String name) {
        var incomplete = stored.incomplete(stage);
        if (incomplete.isEmpty()) {
            out.printf("  %-14s make smoke STAGE=%s%n", "next", name);
            return;
        }
        stored.problems(stage).forEach(problem -> out.printf("  lacking        %s%n", problem));
        out.printf(
                "  %-14s make secrets STAGE=%s FILE=… (%s), then make smoke STAGE=%s%n",
                "next",
                name,
                incomplete.stream().map(Secret::label).collect(Collectors.joining(", ")),
                name);
    }
}
