package io.orderloom.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds the files of a corpus and says of each from which platform it is, and about what. */
final class CorpusFiles {
    private final Path root;
    private final CorpusIndex index;
    private final Readers readers;

    private CorpusFiles(Path root, CorpusIndex index, Readers readers) {
        this.root = root;
        this.index = index;
        this.readers = readers;
    }

    static List<CorpusFile> below(Path folder, Readers readers) throws IOException {
        var root = folder.toRealPath();
        var files = new CorpusFiles(root, CorpusIndex.of(root), readers);
        try (var all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .filter(CorpusFiles::isPayload)
                    .sorted()
                    .map(files::file)
                    .toList();
        }
    }

    /** A corpus also holds pages for people, which nobody sends. */
    private static boolean isPayload(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.equals(CorpusIndex.NAME.toLowerCase(Locale.ROOT))
                && !name.startsWith(".")
                && !name.startsWith("readme")
                && !name.endsWith(".md");
    }

    private CorpusFile file(Path path) {
        var name = root.relativize(path).toString();
        return index.topic(path)
                .map(topic -> indexed(path, name, topic))
                .orElseGet(() -> laidOut(path, name));
    }

    private CorpusFile indexed(Path path, String name, String topic) {
        int slash = topic.indexOf('/');
        return slash > 0
                ? new CorpusFile(path, name, topic.substring(0, slash), topic.substring(slash + 1))
                : new CorpusFile(path, name, laidOut(path, name).platform(), topic);
    }

    private CorpusFile laidOut(Path path, String name) {
        var folders = folders(path);
        int platform = platform(folders);
        return new CorpusFile(
                path,
                name,
                folders.get(platform),
                platform + 1 < folders.size() ? folders.get(platform + 1) : "");
    }

    /**
     * The names of the corpus's parent, of the corpus, and of the folders between it and a file.
     */
    private List<String> folders(Path file) {
        var names = new ArrayList<String>();
        root.forEach(name -> names.add(name.toString()));
        while (names.size() < 2) {
            names.addFirst("");
        }
        var ends = new ArrayList<>(names.subList(names.size() - 2, names.size()));
        root.relativize(file).forEach(name -> ends.add(name.toString()));
        ends.removeLast();
        return ends;
    }

    /**
     * The place of the platform's folder, which its topics' folders follow. The corpus may hold
     * platforms, or be one, or one topic of it; a name that has a reader tells, else the depth.
     */
    private int platform(List<String> folders) {
        return IntStream.of(1, 2, 0)
                .filter(at -> at < folders.size())
                .filter(at -> readers.of(folders.get(at)).isPresent())
                .findFirst()
                .orElse(Math.min(folders.size() - 2, 2));
    }
}
