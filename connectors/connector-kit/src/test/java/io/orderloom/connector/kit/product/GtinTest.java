package io.orderloom.connector.kit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @ValueSource(strings = {"96385074", "614141007349", "4006381333931", "10614141007346"})
    void a_number_of_the_trade_with_its_check_digit_is_one(String number) {
        assertThat(Gtin.isOne(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4006381333932",
                "40063813339310",
                "400638133393",
                "4006381333931 ",
                "A-100",
                "٤٠٠٦٣٨١٣٣٣٩٣١"
            })
    void a_number_of_another_length_or_with_a_wrong_check_digit_is_none(String number) {
        assertThat(Gtin.isOne(number)).isFalse();
    }
}
