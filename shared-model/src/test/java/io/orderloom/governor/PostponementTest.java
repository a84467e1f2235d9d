package io.orderloom.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.governor.CircuitBreaker.Standing.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostponementTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void urgent_messages_come_back_first() {
        var wait = new Wait(NOW.plusSeconds(30), NOW);

        for (int jitter = 0; jitter < 1000; jitter++) {
            assertThat(Postponement.until(wait, Urgency.URGENT, NOW, jitter))
                    .isEqualTo(Duration.ofSeconds(30))
                    .isLessThan(Postponement.until(wait, Urgency.NORMAL, NOW, jitter));
        }
    }

    @Test
    void a_postponed_message_never_comes_back_at_once() {
        var over = new Wait(NOW.minusSeconds(30), NOW);

        assertThat(Postponement.until(over, Urgency.URGENT, NOW, 0)).isPositive();
        assertThat(Postponement.forSlots(0)).isPositive();
    }

    @Test
    void in_four_hours_of_outage_a_message_is_handed_out_some_dozens_of_times() {
        var random = new Random(1);
        int receives = 0;
        var at = NOW;
        while (at.isBefore(NOW.plus(Duration.ofHours(4)))) {
            var wait = new Wait(at.plusSeconds(random.nextInt(300)), NOW);
            at = at.plus(Postponement.until(wait, Urgency.NORMAL, at, random.nextInt(1000)));
            receives++;
        }

        assertThat(receives).isBetween(15, 60);
    }
}
