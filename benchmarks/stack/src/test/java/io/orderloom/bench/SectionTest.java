package io.orderloom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionTest {

    @Test
    void a_section_is_put_at_the_end_of_a_document_that_has_none() {
        var document = Section.replaced("# Benchmarks\n", "JVM", "figures");

        assertThat(document)
                .isEqualTo(
                        """
                        # Benchmarks

                        <!-- measured: JVM -->

                        figures

                        <!-- end of measured: JVM -->
                        """);
    }

    @Test
    void measuring_again_changes_that_section_and_nothing_else() {
        var first =
                Section.replaced("before\n", "JVM", "old")
                        + "\nbetween\n"
                        + Section.replaced("", "native", "kept")
                        + "\nafter\n";

        var second = Section.replaced(first, "JVM", "new");

        assertThat(second).isEqualTo(first.replace("old", "new"));
    }
}
