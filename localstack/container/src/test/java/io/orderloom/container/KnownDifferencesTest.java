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
    void an_emulator_that_differs_as_it_is_known_to_passes() {
        assertThatCode(() ->
                        KnownDifferences.mustDiffer(
                                () -> {
                                    throw new AssertionError("it differs");
                                },
                                KNOWN))
                .doesNotThrowAnyException();
    }

    @Test
    void a_difference_is_of_a_test_that_is_there() {
        assertThat(Difference.ALL)
                .allSatisfy(one ->
                        assertThat(
                                        Arrays.stream(Contract.values())
                                                .filter(part -> part.contract() == one.contract())
                                                .flatMap(part -> part.tests().stream()))
                                .contains(one.test()));
    }

    @Test
    void nothing_is_let_pass_at_the_embedded_stack_or_at_aws() {
        assertThat(Difference.ALL)
                .extracting(Difference::emulator)
                .doesNotContain(Emulator.EMBEDDED, Emulator.OTHER);
    }
}
