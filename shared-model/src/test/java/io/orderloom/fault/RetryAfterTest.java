package io.orderloom.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    17                            | 17
                    2.5                           | 3
                    0                             | 0
                    999999                        | 999999
                    99999999999999999999          | 31536000
                    Wed, 25 Nov 2026 10:00:30 GMT | 30
                    Wed, 25 Nov 2026 09:00:00 GMT | 0
                    Fri, 31 Dec 9999 23:59:59 GMT | 31536000
                    """)
    void seconds_and_dates_are_read_and_bounded(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "NaN", "Infinity", "1e9", "soon", "Xyz, 99 Foo 2026"})
    void a_header_without_a_time_states_no_wait(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void a_long_header_is_ignored() {
        assertThat(RetryAfter.of("9".repeat(1_000_000), NOW)).isEmpty();
    }
}
