package io.orderloom.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages of the documentation that are printed from code. */
public final class Pages {
    private Pages() {}

    /**
     * Reads the page as it is committed; prints it first if that was requested.
     *
     * @param page its path below {@code docs}
     * @param printed the text that the code gives now
     */
    public static String committed(String page, String printed) throws IOException {
        var file = Path.of(System.getProperty("orderloom.root", ".."), "docs", page);
        if (Boolean.getBoolean("orderloom.print-docs")) {
            Files.writeString(file, printed);
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
