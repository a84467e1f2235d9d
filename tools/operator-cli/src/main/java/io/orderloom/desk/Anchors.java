package io.orderloom.desk;

import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.LogHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Heads of logs that were kept where no function that writes the table can write. Each run is one
 * file with a line for each order, whose name ends with {@code .heads.jsonl}; all files below a
 * directory are read.
 */
final class Anchors {
    static final String ENDING = ".heads.jsonl";

    private final Map<String, List<LogHead>> byOrder = new LinkedHashMap<>();

    private Anchors() {}

    static Anchors none() {
        return new Anchors();
    }

    /**
     * @throws UsageException if there is none, or one can't be read
     */
    static Anchors below(Path directory) {
        var anchors = new Anchors();
        try (var files = Files.walk(directory)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ENDING)).sorted().toList()) {
                anchors.read(file);
            }
        } catch (IOException away) {
            throw new UsageException("ANCHORS: '%s' can't be read: %s".formatted(directory, away));
        }
        if (anchors.byOrder.isEmpty()) {
            throw new UsageException(
                    "ANCHORS: no file *%2$s below '%1$s' holds a head; name the directory that HEADS=… wrote"
                            .formatted(directory, ENDING));
        }
        return anchors;
    }

    private void read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            lines.map(line -> Json.read(line, LogHead.class))
                    .forEach(head -> {
                        var known = byOrder.computeIfAbsent(head.order(), _ -> new ArrayList<>());
                        if (!known.contains(head)) {
                            known.add(head);
                        }
                    });
        }
    }

    /** Returns the order's heads and marks the order as seen. */
    List<LogHead> meet(String order) {
        var heads = byOrder.remove(order);
        return heads == null ? List.of() : heads;
    }

    /** Orders with a kept head that were not seen. */
    List<String> unmet() {
        return List.copyOf(byOrder.keySet());
    }
}
