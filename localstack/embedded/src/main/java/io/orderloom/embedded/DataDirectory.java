package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** The directory of one stack's state; only one stack at a time may use it. */
final class DataDirectory implements AutoCloseable {
    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static DataDirectory open(Path path, boolean fresh) {
        var directory = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            var opened = new DataDirectory(directory, lock(directory));
            if (fresh) {
                opened.wipe();
            }
            for (var part : List.of(opened.sqs(), opened.dynamoDb(), opened.logs())) {
                Files.createDirectories(part);
            }
            return opened;
        } catch (IOException e) {
            throw new StartupFailure(
                    "data directory %s can't be used: %s".formatted(directory, e.getMessage()), e);
        }
    }

    Path root() {
        return directory;
    }

    Path sqs() {
        return directory.resolve("sqs");
    }

    Path dynamoDb() {
        return directory.resolve("dynamodb");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    /** The directory of the kept heads of logs. */
    Path anchors() {
        return directory.resolve("anchors");
    }

    Path erpJournal() {
        return directory.resolve("erp").resolve("sales-orders.jsonl");
    }

    Path shopJournal() {
        return directory.resolve("shop").resolve("refunds.jsonl");
    }

    DirectorySecrets secrets() {
        return DirectorySecrets.in(directory);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another stack in this very JVM holds the lock.
        }
        channel.close();
        throw new StartupFailure(
                "data directory %s is used by another stack; choose another with --data DIR"
                        .formatted(directory));
    }

    /** Deletes only what a stack has made, because the directory may hold other files. */
    private void wipe() throws IOException {
        for (var file : List.of("secrets.properties", "own-order.json")) {
            Files.deleteIfExists(directory.resolve(file));
        }
        for (var part : List.of("sqs", "dynamodb", "erp", "shop", "logs", "anchors")) {
            delete(directory.resolve(part));
        }
    }

    private static void delete(Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (var files = Files.walk(part)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
