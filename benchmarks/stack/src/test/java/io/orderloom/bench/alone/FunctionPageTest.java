package io.orderloom.bench.alone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.embedded.Packaging;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionPageTest {
    private static final Packaging SOME_NATIVE = new Packaging(Set.of(Function.INTAKE));

    private static List<FunctionTime> round(int cpuMillis) {
        return List.of(
                new FunctionTime(
                        Function.INTAKE,
                        "taken in",
                        100,
                        1,
                        Duration.ofMillis(cpuMillis),
                        Duration.ofMillis(400)),
                new FunctionTime(
                        Function.NORMALIZE,
                        "placed, ten at once",
                        20,
                        10,
                        Duration.ofMillis(cpuMillis),
                        Duration.ofMillis(400)));
    }

    @Test
    void the_page_shows_the_median_of_the_rounds_and_how_far_they_lie_apart() {
        var page =
                new FunctionPage(
                        List.of(round(100), round(110), round(200)), Optional.empty(), SOME_NATIVE);

        var markdown = page.markdown("a machine");

        assertThat(markdown)
                .contains("| intake | native | taken in | 300 | 1100 | 91 | 1100 | 4000 |")
                .contains(
                        "| normalize | JVM | placed, ten at once | 60 | 5500 | 91 | 550 | 20000 |")
                .contains("Medians of 3 rounds", "a machine");
    }

    @Test
    void one_function_is_shown_alone_when_it_is_asked_for() {
        var page =
                new FunctionPage(
                        List.of(round(100)), Optional.of(Function.NORMALIZE), Packaging.JVM);

        assertThat(page.lines()).hasSize(2).last().asString().contains("normalize");
    }

    @Test
    void figures_without_an_invocation_are_refused() {
        assertThatThrownBy(() ->
                        new FunctionTime(
                                Function.INTAKE, "taken in", 0, 1, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("'taken in' of intake");
    }
}
