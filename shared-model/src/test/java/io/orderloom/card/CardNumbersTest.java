package io.orderloom.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries the schemes' own test numbers, and texts that only look like a card number. */
class CardNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111,**** **** **** 1111",
        "my card 5555-5555-5555-4444!,my card ****-****-****-4444!",
        "378282246310005,***********0005",
        "3782 822463 10005,**** ****** *0005",
        "6011111111111117,************1117",
        "30569309025904,**********5904",
        "2223003122003222,************3222",
        "6200000000000000000,***************0000",
        "４１１１１１１１１１１１１１１１,************１１１１",
        "4111\u00a01111\u00a01111\u00a01111,****\u00a0****\u00a0****\u00a01111"
    })
    void the_last_four_digits_are_left(String text, String left) {
        assertThat(CardNumbers.masked(text)).isEqualTo(left);
        assertThat(CardNumbers.isIn(left)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111 12/27,**** **** **** 1111 12/27",
        "4111111111111111 737,************1111 737",
        "12 4111111111111111,12 ************1111",
        "1001 4111 1111 1111 1111,1001 **** **** **** 1111",
        "4111111111111111;5555555555554444,************1111;************4444",
        "+4111111111111111,+************1111"
    })
    void other_numbers_beside_a_card_number_do_not_hide_it(String text, String left) {
        assertThat(CardNumbers.masked(text)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "450789469",
                "+49 30 901820",
                "+49 1511 2345678",
                "+378282246310005",
                "4006381333931",
                "gid://shopify/Order/820982911946154508",
                "a4111111111111111",
                "ch_4111111111111111",
                "41111111111111110000",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "4111.11 1111.11",
                "2026-11-29T08:30:54"
            })
    void a_number_that_only_looks_like_a_card_number_is_left_alone(String text) {
        assertThat(CardNumbers.masked(text)).isSameAs(text);
    }

    @Test
    void each_number_is_reported_by_its_last_four_digits() {
        assertThat(CardNumbers.lastFour("4111 1111 1111 1111 or 5555555555554444"))
                .containsExactly("1111", "4444");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4 ", "4111 ", "411 1111 ", "411111111111111 "})
    void four_mebibytes_of_digits_cost_no_more_than_other_text(String piece) {
        var text = piece.repeat(4 * 1024 * 1024 / piece.length());

        var started = System.nanoTime();
        CardNumbers.isIn(text);

        assertThat(System.nanoTime() - started).isLessThan(10_000_000_000L);
    }
}
