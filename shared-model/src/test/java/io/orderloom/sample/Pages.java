package io.orderloom.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages of the docs that are printed from code. */
public final class Pages {
    private Pages() {}

    /**
     * The page as it is committed; printed first where that was asked for.
     *
     * @param page below {@code docs}
     * @param printed what the code gives now
     */
    public static String committed(String page, String printed) throws IOException {
        var file = Path.of(System.getProperty("orderloom.root", ".."), "docs", page);
        if (Boolean.getBoolean("orderloom.print-docs")) {
            Files.writeString(file, printed);
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
