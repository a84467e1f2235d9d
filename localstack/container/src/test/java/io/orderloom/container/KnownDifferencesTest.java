package io.orderloom.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KnownDifferencesTest {
    private static final Difference KNOWN = Difference.ALL.getFirst();

    @Test
    void an_emulator_that_does_as_aws_does_is_no_longer_known_to_differ() {
        assertThatThrownBy(() -> KnownDifferences.mustDiffer(() -> null, KNOWN))
                .hasMessageContaining("take the difference");
    }

    @Test
    void an_emulator_that_differs_in_a_known_way_passes() {
        assertThatCode(() ->
                        KnownDifferences.mustDiffer(
                                () -> {
                                    throw new AssertionError("it differs");
                                },
                                KNOWN))
                .doesNotThrowAnyException();
    }

    @Test
    void each_known_difference_names_a_test_that_exists() {
        assertThat(Difference.ALL)
                .allSatisfy(one ->
                        assertThat(
                                        Arrays.stream(Contract.values())
                                                .filter(part -> part.contract() == one.contract())
                                                .flatMap(part -> part.tests().stream()))
                                .contains(one.test()));
    }

    @Test
    void no_difference_is_allowed_at_the_embedded_stack_or_at_aws() {
        assertThat(Difference.ALL)
                .extracting(Difference::emulator)
                .doesNotContain(Emulator.EMBEDDED, Emulator.OTHER);
    }
}
