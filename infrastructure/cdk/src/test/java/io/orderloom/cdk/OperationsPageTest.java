package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's instructions match the deployment's parameters, and every link leads to a section. */
class OperationsPageTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```json\\n(\\{\\s+\"\\$schema\".*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("operations\\.md#([a-z0-9-]+)\\)");
    private static final Pattern OWN_LINK = Pattern.compile("\\]\\(#([a-z0-9-]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void the_example_of_a_stage_s_file_can_be_used() {
        var shown = found(EXAMPLE, page()).toList();

        assertThat(shown).hasSize(1);
        var stage = Synthesized.stage("example", shown.getFirst());
        assertThat(stage.parameters().channelInstances()).containsExactly("eu-shop");
    }

    @Test
    void the_page_explains_each_parameter() {
        var table = page();

        assertThat(Parameters.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .allMatch(name ->
                        Pattern.compile("(?m)^\\| [^|]*`" + name + "`").matcher(table).find());
    }

    @Test
    void every_link_to_a_section_of_the_page_leads_to_one() throws IOException {
        var sections = found(HEADING, page()).map(OperationsPageTest::anchor).toList();

        assertThat(found(OWN_LINK, page())).isNotEmpty().isSubsetOf(sections);
        for (var file : pages()) {
            assertThat(found(LINK, text(file))).as(file.toString()).isSubsetOf(sections);
        }
    }

    private static List<Path> pages() throws IOException {
        try (var below = Files.walk(Synthesized.file("docs"))) {
            return Stream.concat(
                            below.filter(file -> file.toString().endsWith(".md")),
                            Stream.of(Synthesized.file("README.md")))
                    .toList();
        }
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String page() {
        return text(Synthesized.file("docs/operations.md"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
