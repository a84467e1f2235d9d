package io.orderloom.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutationPageTest {
    private static final String REPORT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <mutations partial="true">
            <mutation detected='true' status='KILLED' numberOfTestsRun='1'>
              <sourceFile>Money.java</sourceFile><mutatedClass>io.orderloom.money.Money</mutatedClass>
              <mutatedMethod>plus</mutatedMethod><lineNumber>1</lineNumber>
              <mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator>
            </mutation>
            <mutation detected='false' status='SURVIVED' numberOfTestsRun='1'>
              <sourceFile>A.java</sourceFile><mutatedClass>io.orderloom.core.Outer$Inner</mutatedClass>
              <mutatedMethod>lambda$fold$0</mutatedMethod><lineNumber>1</lineNumber>
              <mutator>org.pitest.mutationtest.engine.gregor.mutators.NegateConditionalsMutator</mutator>
            </mutation>
            </mutations>
            """;

    @Test
    void a_report_of_pitest_is_read() throws IOException {
        var mutations = MutationReport.read(new ByteArrayInputStream(REPORT.getBytes(UTF_8)));

        assertThat(mutations)
                .containsExactly(
                        new Mutation(true, "io.orderloom.money", "Money", "plus", "Math"),
                        new Mutation(
                                false,
                                "io.orderloom.core",
                                "Outer.Inner",
                                "fold",
                                "NegateConditionals"));
    }

    @Test
    void a_file_that_is_no_report_is_refused() {
        var nothing = new ByteArrayInputStream("<mutations>".getBytes(UTF_8));

        assertThatThrownBy(() -> MutationReport.read(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no mutations.xml");
    }

    @Test
    void each_area_is_held_to_the_threshold_by_itself() {
        var mutations =
                Stream.of(
                                many("io.orderloom.core", "OrderCore", 100, 84),
                                many("io.orderloom.money", "Money", 100, 85),
                                many("io.orderloom.money", "Allocation", 100, 100))
                        .flatMap(List::stream)
                        .toList();

        assertThat(MutationPage.below(mutations)).containsExactly("decide and evolve");
    }

    @Test
    void a_score_is_rounded_down() {
        assertThat(Mutation.score(many("io.orderloom.core", "OrderCore", 1000, 849))).isEqualTo(84);
    }

    @Test
    void the_page_names_the_methods_in_which_something_survives() {
        var mutations =
                Stream.of(
                                many("io.orderloom.core", "OrderCore", 4, 2),
                                many("io.orderloom.money", "Money", 2, 2))
                        .flatMap(List::stream)
                        .toList();

        assertThat(MutationPage.section(mutations))
                .contains("| decide and evolve | 4 | 2 | 50 % |")
                .contains("| **all** | 6 | 4 | 66 % |")
                .contains("| `OrderCore` | 4 | 2 | 50 % | `of` 2 |")
                .doesNotContain("`Money`");
    }

    private static List<Mutation> many(String packageName, String type, int of, int killed) {
        return IntStream.range(0, of)
                .mapToObj(n -> new Mutation(n < killed, packageName, type, "of", "Math"))
                .toList();
    }
}
