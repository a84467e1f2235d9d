package io.orderloom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generated sections of a document whose other parts people write. */
public final class Section {
    private Section() {}

    public static void replace(Path document, String name, String content) throws IOException {
        var before = Files.exists(document) ? Files.readString(document) : "";
        Files.createDirectories(document.toAbsolutePath().resolveSibling("."));
        Files.writeString(document, replaced(before, name, content));
    }

    /** Replaces the section between its two marks, or adds it at the end if it is not there yet. */
    static String replaced(String document, String name, String content) {
        var begin = "<!-- measured: %s -->\n".formatted(name);
        var end = "<!-- end of measured: %s -->\n".formatted(name);
        var section = begin + "\n" + content.strip() + "\n\n" + end;
        var from = document.indexOf(begin);
        var to = document.indexOf(end);
        if (from < 0 || to < from) {
            return document.isBlank() ? section : document.stripTrailing() + "\n\n" + section;
        }
        return document.substring(0, from) + section + document.substring(to + end.length());
    }
}
