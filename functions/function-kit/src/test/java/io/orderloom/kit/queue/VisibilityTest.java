package io.orderloom.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    /** The limit that SQS counts from when the message was delivered. */
    private static final Duration LIMIT_OF_SQS = Duration.ofHours(12);

    private static int seconds(Duration delay) {
        var record = new QueueRecord("id", "handle", "body", Map.of(), Map.of());
        return new Visibility.Hidden(record, delay).seconds();
    }

    @Test
    void a_message_is_hidden_for_at_least_the_wait() {
        assertThat(seconds(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(seconds(Duration.ofSeconds(7))).isEqualTo(7);
        assertThat(seconds(Duration.ofMillis(7_001))).isEqualTo(8);
    }

    @Test
    void a_wait_that_is_over_hides_no_message() {
        assertThat(seconds(Duration.ZERO)).isZero();
        assertThat(seconds(Duration.ofSeconds(-5))).isZero();
    }

    @Test
    void a_wait_of_days_is_made_in_parts_that_sqs_takes_from_a_function_that_ran_for_a_minute() {
        assertThat(seconds(Duration.ofDays(2)))
                .isLessThan((int) LIMIT_OF_SQS.minusMinutes(1).toSeconds())
                .isGreaterThan((int) Duration.ofHours(11).toSeconds());
    }
}
