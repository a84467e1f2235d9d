package io.orderloom.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fanout.Patience.Decision;
import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Fault DOWN = new Fault.Transient("printer answered 503");

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 26, 500, 999})
    void a_message_received_often_within_a_short_time_is_tried_again(int handedOut) {
        assertThat(Patience.decide(DOWN, handedOut, DAY.minusHours(1), DAY, 500))
                .isInstanceOfSatisfying(
                        Decision.Wait.class,
                        wait ->
                                assertThat(wait.delay())
                                        .isLessThanOrEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void a_wait_ends_when_patience_does() {
        assertThat(Patience.decide(DOWN, 30, DAY.minusSeconds(20), DAY, 999))
                .isEqualTo(new Decision.Wait(Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @MethodSource("patientFaults")
    void a_subscriber_counts_as_away_after_a_day_whatever_the_fault(Fault fault) {
        assertThat(Patience.decide(fault, 2, DAY, DAY, 0)).isEqualTo(new Decision.Away());
    }

    static Stream<Fault> patientFaults() {
        return Stream.of(DOWN, new Fault.RateLimited(Duration.ofMinutes(5), "printer rests"));
    }

    @Test
    void a_rejection_counts_at_once_and_after_a_day() {
        var refused = new Fault.Rejected("http_403", "printer", "printer answered 403");

        assertThat(Patience.decide(refused, 1, Duration.ZERO, DAY, 0))
                .isEqualTo(new Decision.Refused());
        assertThat(Patience.decide(refused, 1, DAY, DAY, 0)).isEqualTo(new Decision.Refused());
    }
}
