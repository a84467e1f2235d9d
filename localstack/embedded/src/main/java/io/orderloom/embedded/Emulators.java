package io.orderloom.embedded;

import io.orderloom.embedded.emulator.DynamoDbEmulator;
import io.orderloom.embedded.emulator.SqsEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SQS and DynamoDB alone, empty, on free ports: {@code java … Emulators DIRECTORY}. Prints both
 * addresses, one a line, and ends with its standard input, so that it never outlives its caller.
 */
public final class Emulators {
    private static final boolean DURABLE = true;

    private Emulators() {}

    public static void main(String[] words) throws IOException {
        Logging.quiet();
        var directory = Path.of(words[0]);
        var queues = Files.createDirectories(directory.resolve("sqs"));
        var tables = Files.createDirectories(directory.resolve("dynamodb"));
        try (var sqs = SqsEmulator.start(queues, PortCheck.chosen(0), DURABLE);
                var dynamoDb = DynamoDbEmulator.start(tables, 0, DURABLE)) {
            System.out.println(sqs.endpoint());
            System.out.println(dynamoDb.endpoint());
            System.out.flush();
            var _ = System.in.readAllBytes();
        }
    }
}
