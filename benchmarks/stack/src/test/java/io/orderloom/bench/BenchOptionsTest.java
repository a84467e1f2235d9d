package io.orderloom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.common.StartupFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    private static BenchOptions parse(String words) {
        return BenchOptions.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    @Test
    void without_options_the_highest_rate_is_looked_for_and_the_document_written() {
        var options = parse("");

        assertThat(options.rate()).isEmpty();
        assertThat(options.shapes()).isTrue();
        assertThat(options.write()).isTrue();
        assertThat(options.packages()).isEqualTo(Packaging.JVM);
    }

    @Test
    void a_run_at_a_chosen_rate_writes_the_document_only_if_asked_to() {
        var options = parse("--rate 50 --seconds 20");

        assertThat(options.rate()).hasValue(50);
        assertThat(options.length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.write()).isFalse();
        assertThat(parse("--rate 50 --write").write()).isTrue();
    }

    @Test
    void scale_is_measured_by_the_part_that_was_named() {
        assertThat(parse("--scale stored").scale()).contains(Scale.Part.STORED);
        assertThat(parse("").scale()).isEmpty();
        assertThatThrownBy(() -> parse("--scale everything"))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("--scale is one of orders, stored, lives, and not everything");
    }

    @Test
    void a_mistake_is_named_with_its_option() {
        assertThatThrownBy(() -> parse("--rate fast"))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("--rate needs a number above 0, not fast");
        assertThatThrownBy(() -> parse("--rate 0")).hasMessageContaining("--rate");
        assertThatThrownBy(() -> parse("--seconds")).hasMessage("--seconds needs a value");
        assertThatThrownBy(() -> parse("--fast")).hasMessageContaining("--fast");
    }
}
