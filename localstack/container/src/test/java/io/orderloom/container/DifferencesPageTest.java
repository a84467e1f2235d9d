package io.orderloom.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DifferencesPageTest {
    private static final String FROM = "<!-- printed: make docs -->\n";
    private static final String TO = "<!-- end -->\n";
    private static final Path PAGE =
            Path.of(System.getProperty("orderloom.root", "../.."), "docs/emulators.md");

    @Test
    void the_docs_list_the_known_differences_of_emulators() throws IOException {
        var page = Files.readString(PAGE);
        var start = page.indexOf(FROM) + FROM.length();
        var end = page.indexOf(TO, start);
        if (Boolean.getBoolean("orderloom.print-docs")) {
            page = page.substring(0, start) + DifferencesPage.printed() + page.substring(end);
            Files.writeString(PAGE, page);
        }

        assertThat(page).contains(FROM + DifferencesPage.printed() + TO);
    }
}
