package io.orderloom.embedded;

import io.orderloom.embedded.emulator.DynamoDbEmulator;
import io.orderloom.embedded.emulator.SqsEmulator;
import io.orderloom.embedded.secret.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * SQS, DynamoDB and the secret store without the functions, on free ports: {@code java … Emulators
 * DIRECTORY [--memory] [--secret=NAME=VALUE…]}. {@code --memory} is for tests that write much and
 * keep nothing; a secret that is named twice has a previous version. Prints the three addresses,
 * one a line, and ends when its standard input ends, so that it never outlives its caller.
 */
public final class Emulators {
    private static final String MEMORY = "--memory";
    private static final String SECRET = "--secret=";

    private Emulators() {}

    public static void main(String[] words) throws IOException {
        Logging.quiet();
        var directory = Path.of(words[0]);
        boolean durable = !List.of(words).contains(MEMORY);
        var queues = Files.createDirectories(directory.resolve("sqs"));
        var tables = Files.createDirectories(directory.resolve("dynamodb"));
        try (var sqs = SqsEmulator.start(queues, PortCheck.chosen(0), durable);
                var dynamoDb = DynamoDbEmulator.start(tables, 0, durable);
                var secrets = new SecretStore()) {
            for (var word : words) {
                if (word.startsWith(SECRET)) {
                    var parts = word.substring(SECRET.length()).split("=", 2);
                    secrets.put(parts[0], parts[1]);
                }
            }
            System.out.println(sqs.endpoint());
            System.out.println(dynamoDb.endpoint());
            System.out.println(secrets.address());
            System.out.flush();
            var _ = System.in.readAllBytes();
        }
    }
}
