package io.orderloom.embedded;

import io.orderloom.embedded.emulator.DynamoDbEmulator;
import io.orderloom.embedded.emulator.SqsEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * SQS and DynamoDB alone, empty, on free ports: {@code java … Emulators DIRECTORY [--memory]}, the
 * latter for tests that write much and keep nothing. Prints both addresses, one a line, and ends
 * with its standard input, so that it never outlives its caller.
 */
public final class Emulators {
    private static final String MEMORY = "--memory";

    private Emulators() {}

    public static void main(String[] words) throws IOException {
        Logging.quiet();
        var directory = Path.of(words[0]);
        boolean durable = !List.of(words).contains(MEMORY);
        var queues = Files.createDirectories(directory.resolve("sqs"));
        var tables = Files.createDirectories(directory.resolve("dynamodb"));
        try (var sqs = SqsEmulator.start(queues, PortCheck.chosen(0), durable);
                var dynamoDb = DynamoDbEmulator.start(tables, 0, durable)) {
            System.out.println(sqs.endpoint());
            System.out.println(dynamoDb.endpoint());
            System.out.flush();
            var _ = System.in.readAllBytes();
        }
    }
}
