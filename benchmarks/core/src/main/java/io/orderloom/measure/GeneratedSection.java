package io.orderloom.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generated part of a page, between two marks. The text around it is written by people. */
final class GeneratedSection {
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->";

    private GeneratedSection() {}

    /**
     * @throws IllegalArgumentException if the page does not have both marks in this order
     */
    static String replaced(String page, String section) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "the page has no '%s' before a '%s'".formatted(BEGIN.strip(), END));
        }
        return page.substring(0, begin + BEGIN.length()) + section + page.substring(end);
    }

    static void write(Path page, String section) throws IOException {
        Files.writeString(page, replaced(Files.readString(page), section));
    }
}
