package io.orderloom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script decides whether to ask a person to confirm before it calls anything. */
class DeployTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "broadening", "any"})
    void without_a_terminal_nobody_can_be_asked_so_nothing_is_deployed(String approve) {
        var told = deploy(approve);

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said())
                .contains(
                        "there is no terminal",
                        "make diff STAGE=dev",
                        "APPROVE=never make deploy STAGE=dev");
    }

    @Test
    void an_unknown_value_of_approve_is_refused() {
        var told = deploy("maybe");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said()).contains("APPROVE='maybe' is not one of never, broadening, any.");
    }

    private static Command deploy(String approve) {
        return Command.run(
                Map.of("APPROVE", approve),
                "infrastructure/at",
                "dev",
                "infrastructure/deploy",
                "dev",
                "dev-orderloom");
    }
}
