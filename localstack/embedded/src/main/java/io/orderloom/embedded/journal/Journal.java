package io.orderloom.embedded.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/** A file of JSON lines that only grows. Each line is on disk before the caller continues. */
public final class Journal implements AutoCloseable {
    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Replays the lines of the file. A last line that a crash cut short was never confirmed, and is
     * dropped.
     */
    public static Journal open(Path file, Consumer<JsonNode> replay) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            var end = replay(bytes, replay);
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(end);
            channel.position(end);
            return new Journal(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("can't open " + file, e);
        }
    }

    public void append(JsonNode entry) {
        var line = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The offset after the last whole line. */
    private static int replay(byte[] bytes, Consumer<JsonNode> replay) {
        var start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                var line = Arrays.copyOfRange(bytes, start, i);
                replay.accept(
                        StackJson.parse(line)
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "the journal is damaged; delete the data directory to start again")));
                start = i + 1;
            }
        }
        return start;
    }
}
