package io.orderloom.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"12.5,USD,1250", "1200,JPY,1200", "1.234,KWD,1234", "-0.01,EUR,-1"})
    void an_amount_is_counted_in_its_smallest_unit(String amount, String currency, long units) {
        assertThat(Money.of(amount, currency).minorUnits()).isEqualTo(units);
    }

    @Test
    void an_amount_with_too_many_decimals_is_refused_and_never_rounded() {
        assertThatThrownBy(() -> Money.of("0.5", "JPY"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("0.5")
                .hasMessageContaining("JPY");
    }

    @Test
    void currencies_never_mix_in_a_sum() {
        assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_overflow_is_an_error_and_no_wrong_sum() {
        var most = new Money(Long.MAX_VALUE, new Currency("USD"));

        assertThatThrownBy(() -> most.plus(new Money(1, new Currency("USD"))))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(BigDecimal.TWO))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_unknown_currency_is_refused_by_name() {
        assertThatThrownBy(() -> new Currency("XXX")).hasMessageContaining("XXX");
    }
}
