package io.orderloom.contract.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Text files below a directory, by their names relative to it with slashes. */
record TextFiles(Path directory) {

    Map<String, String> all() {
        if (!Files.isDirectory(directory)) {
            return Map.of();
        }
        try (var walk = Files.walk(directory)) {
            var found = new TreeMap<String, String>();
            walk.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .forEach(name -> read(name).ifPresent(text -> found.put(name, text)));
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<String> read(String name) {
        var file = directory.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(String name, String text) {
        var file = directory.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void delete(String name) {
        try {
            Files.delete(directory.resolve(name));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
