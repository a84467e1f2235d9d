package io.orderloom.kit.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemes' own test numbers, and what only looks like one. */
class CardNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111,4111 11** **** 1111",
        "my card 5555-5555-5555-4444!,my card 5555-55**-****-4444!",
        "378282246310005,378282*****0005",
        "6011111111111117,601111******1117"
    })
    void the_first_six_and_the_last_four_digits_are_left(String text, String left) {
        assertThat(CardNumbers.masked(text)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "450789469",
                "+49 30 901820",
                "4006381333931",
                "gid://shopify/Order/820982911946154508",
                "a4111111111111111",
                "41111111111111110000"
            })
    void what_only_looks_like_a_card_is_left_alone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Test
    void four_mebibytes_of_digits_are_looked_at_once() {
        assertThat(CardNumbers.isIn("4 ".repeat(2 * 1024 * 1024))).isFalse();
    }
}
