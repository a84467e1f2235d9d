package io.orderloom.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of payloads that a corpus may have beside them, which says of each what it is.
 *
 * @param topics by path, as the list names it: {@code shopify/orders-create}
 */
record CorpusIndex(Map<Path, String> topics) {
    static final String NAME = "INDEX.tsv";

    CorpusIndex {
        topics = Map.copyOf(topics);
    }

    /** The index of a folder, else of its parent, because a part of a corpus can be run alone. */
    static CorpusIndex of(Path folder) throws IOException {
        for (var base : places(folder)) {
            var file = base.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return read(base, Files.readAllLines(file));
            }
        }
        return new CorpusIndex(Map.of());
    }

    Optional<String> topic(Path file) {
        return Optional.ofNullable(topics.get(file));
    }

    private static List<Path> places(Path folder) {
        return Optional.ofNullable(folder.getParent())
                .map(parent -> List.of(folder, parent))
                .orElseGet(() -> List.of(folder));
    }

    private static CorpusIndex read(Path base, List<String> lines) {
        var columns = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        int path = columns.indexOf("path");
        int topic = columns.indexOf("topic");
        var topics = new HashMap<Path, String>();
        if (path >= 0 && topic >= 0) {
            for (var line : lines.subList(1, lines.size())) {
                var cells = cells(line);
                if (cells.size() > Math.max(path, topic)) {
                    topics.put(base.resolve(cells.get(path)).normalize(), cells.get(topic));
                }
            }
        }
        return new CorpusIndex(topics);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    }
}
