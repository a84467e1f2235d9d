package io.orderloom.embedded;

import io.orderloom.embedded.emulator.DynamoDbEmulator;
import java.nio.file.Path;
import java.util.List;

/**
 * DynamoDB Local in memory and on loopback only. An emulator without a DynamoDB of its own starts
 * it in place of AWS's download, with the same arguments: {@code -port PORT}, and others that are
 * ignored. Runs until it is killed.
 */
public final class DynamoDbAlone {
    private DynamoDbAlone() {}

    public static void main(String[] words) throws InterruptedException {
        Logging.quiet();
        var port = List.of(words).indexOf("-port");
        if (port < 0 || port + 1 == words.length) {
            System.err.println("DynamoDB Local needs the option -port PORT");
            System.exit(2);
        }
        try (var _ =
                DynamoDbEmulator.start(Path.of(""), Integer.parseInt(words[port + 1]), false)) {
            Thread.currentThread().join();
        }
    }
}
