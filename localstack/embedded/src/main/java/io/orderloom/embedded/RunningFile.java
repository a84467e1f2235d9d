package io.orderloom.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * The file that tells the operator's commands where the stack is that is up, whatever its ports
 * are. They look themselves whether its process lives, because a killed stack leaves the file.
 */
record RunningFile(Path file) {

    static RunningFile in(Path directory) {
        return new RunningFile(directory.resolve("running.properties"));
    }

    /** Writes under another name first: nobody must read half an address. */
    void write(URI http, URI sqs, URI dynamoDb) {
        var values = new Properties();
        values.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        values.setProperty("http", http.toString());
        values.setProperty("sqs", sqs.toString());
        values.setProperty("dynamodb", dynamoDb.toString());
        var half = file.resolveSibling(file.getFileName() + ".half");
        try {
            var text = new StringWriter();
            values.store(text, "the stack that is up");
            Files.writeString(half, text.toString());
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException("can't write " + file, full);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
