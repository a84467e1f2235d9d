package io.orderloom.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.OrderProgress;
import io.orderloom.topology.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code smoke DOOR=… SETTINGS=… CHANNEL=…}: sends a signed test order through the stage's door and
 * follows it until all subscribers that want test orders are notified, with each step's time. The
 * order is not booked, unless the channel has {@code testOrders: post}. Exits with 1 and the name
 * of the step at which it stopped.
 */
public final class SmokeDesk {
    private static final int NOT_DONE = 1;
    private static final int WRONG_USE = 2;
    private static final int TAKEN = 202;

    /**
     * Long enough for a function's start, and for a message that comes again after its visibility
     * timeout.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final OrderProgress progress;
    private final InstantSource clock;
    private final PrintStream out;

    private SmokeDesk(OrderProgress progress, InstantSource clock, PrintStream out) {
        this.progress = progress;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(List.of(words), System.getenv()));
    }

    private static int run(List<String> words, Map<String, String> environment)
            throws InterruptedException {
        try {
            var place = CommandTarget.of(environment);
            var given = CommandArguments.of(words);
            var stage =
                    StageFile.read(
                            given.find("SETTINGS"),
                            environment.getOrDefault("ORDERLOOM_STAGE", ""));
            var instance = given.find("CHANNEL").orElseGet(stage::aShopifyChannel);
            var order = SmokeOrder.of(instance, stage.shop(instance), Instant.now());
            try (var dynamo = place.dynamoDbClient()) {
                var progress = new OrderProgress(dynamo, place.table());
                return new SmokeDesk(progress, InstantSource.system(), System.out)
                        .follow(order, URI.create(given.get("DOOR")), secret(place, instance));
            }
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (SdkException away) {
            System.err.printf(
                    "The table or the secrets can't be reached (check the credentials, STAGE and ENDPOINT): %s%n",
                    away.getMessage());
            return NOT_DONE;
        }
    }

    private int follow(SmokeOrder order, URI door, String secret) throws InterruptedException {
        var sent = clock.instant();
        out.printf("smoke: test order %s%n", order.id());
        if (!taken(order, door, secret)) {
            return stopped("taken");
        }
        said("taken", sent);
        if (!comes(order, OrderProgress.Stage.KNOWN)) {
            return stopped("known");
        }
        said("known", sent);
        if (!comes(order, OrderProgress.Stage.TOLD)) {
            return stopped("told");
        }
        out.println(told(progress.asked(order.id()), Duration.between(sent, clock.instant())));
        if (progress.posted(order.id())) {
            out.println(
                    "smoke: the test order was booked in the ERP: this channel has testOrders: post");
            return 0;
        }
        out.println("smoke: held: a test order is not booked in the ERP");
        return 0;
    }

    private boolean taken(SmokeOrder order, URI door, String secret) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(order.request(door, secret), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != TAKEN) {
                out.printf("  the door answered %d: %s%n", answer.statusCode(), answer.body());
            }
            return answer.statusCode() == TAKEN;
        } catch (IOException e) {
            out.printf("  the door %s can't be reached: %s%n", door, e.getMessage());
            return false;
        }
    }

    private boolean comes(SmokeOrder order, OrderProgress.Stage wanted) {
        var begun = clock.instant();
        while (progress.of(order.id()).compareTo(wanted) < 0) {
            if (begun.plus(PATIENCE).isBefore(clock.instant())) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    private void said(String step, Instant sent) {
        out.println(line(step, Duration.between(sent, clock.instant())));
    }

    /** Older versions notified all subscribers, and did not record their number. */
    static String told(Optional<Integer> asked, Duration after) {
        return asked.filter(number -> number == 0).isPresent()
                ? "  told: nobody asks for test orders"
                : line("told", after);
    }

    private static String line(String step, Duration after) {
        return "  %-8s after %.1f s".formatted(step, after.toMillis() / 1000.0);
    }

    private int stopped(String step) {
        out.printf(
                "smoke: stopped before '%s'. Look at make exceptions, and at the logs of the functions.%n",
                step);
        return NOT_DONE;
    }

    private static String secret(CommandTarget place, String instance) {
        try (var client = place.secretsManagerClient()) {
            var name = place.named(Secret.CHANNEL_SIGNING.secretName());
            var value = client.getSecretValue(r -> r.secretId(name)).secretString();
            var secret =
                    Json.read(value, new TypeReference<Map<String, JsonNode>>() {})
                            .getOrDefault(
                                    "ORDERLOOM_CHANNEL_SECRETS", Json.read("{}", JsonNode.class))
                            .path(instance)
                            .path(0)
                            .asText();
            if (secret.isEmpty()) {
                throw new UsageException(
                        "%s has no secret of the channel instance '%s': make secrets first"
                                .formatted(name, instance));
            }
            return secret;
        }
    }
}
