package io.orderloom.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource({
        "10, a line break",
        "13, a line break",
        "9, a tab",
        "32, a space",
        "0, a NUL",
        "27, a control character",
        "160, a no-break space",
        "173, a soft hyphen",
        "8203, a character without width",
        "8204, a character without width",
        "8205, a character without width",
        "8288, a character without width",
        "65279, a character without width"
    })
    void an_invisible_character_is_named_by_kind_and_place_and_the_secret_is_not_shown(
            int character, String kind) {
        var slip = Character.toString(character);

        var last = Secrets.flaw("hunter2" + slip);
        var first = Secrets.flaw(slip + "hunter2");

        assertThat(last)
                .contains("has " + kind + " as character 8 of 8; put it in again without it");
        assertThat(first)
                .contains("has " + kind + " as character 1 of 8; put it in again without it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "two words", "whsec_QUJD+/="})
    void a_secret_of_visible_characters_has_no_flaw(String secret) {
        assertThat(Secrets.flaw(secret)).isEmpty();
    }
}
