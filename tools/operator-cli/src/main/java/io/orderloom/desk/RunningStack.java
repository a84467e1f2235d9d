package io.orderloom.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The stack of this machine, as the file in its data directory states that it writes when it is up.
 */
record RunningStack(long pid, URI sqs, URI dynamoDb) {
    private static final String FILE = "running.properties";
    private static final int PATIENCE_MILLIS = 2_000;

    /**
     * The stack of {@code make run}, or else that of {@code make demo}, which keeps its state in a
     * directory below. The file of a stack that was killed is still there, so a stack counts as
     * running only if its process lives and its table answers.
     */
    static Optional<RunningStack> below(Path data) {
        return Stream.of(data, data.resolve("demo"))
                .map(directory -> directory.resolve(FILE))
                .flatMap(file -> written(file).stream())
                .filter(RunningStack::runs)
                .findFirst();
    }

    private static Optional<RunningStack> written(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var text = Files.newBufferedReader(file)) {
            var values = new Properties();
            values.load(text);
            return Optional.of(
                    new RunningStack(
                            Long.parseLong(values.getProperty("pid", "")),
                            URI.create(values.getProperty("sqs", "")),
                            URI.create(values.getProperty("dynamodb", ""))));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (IllegalArgumentException foreign) {
            throw new UsageException(
                    "%s is not as make run writes it (%s): delete it and start the stack again"
                            .formatted(file, foreign.getMessage()));
        }
    }

    private boolean runs() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && answers();
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(dynamoDb.getHost(), dynamoDb.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
