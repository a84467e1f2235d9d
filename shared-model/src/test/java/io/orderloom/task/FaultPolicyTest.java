package io.orderloom.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.fault.Fault;
import io.orderloom.sample.Pages;
import io.orderloom.task.FaultPolicy.Action;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPolicyTest {
    private static final Duration SETTLES = Duration.ofSeconds(3);

    @Test
    void a_rate_limit_is_waited_out_as_stated_and_is_no_failure() {
        var fault = new Fault.RateLimited(Duration.ofSeconds(17), "429");

        var action = FaultPolicy.action(fault, 500, SETTLES, 0);

        assertThat(action).isEqualTo(new Action.Retry(Duration.ofSeconds(17), false));
    }

    @Test
    void rate_limited_messages_come_back_no_sooner_than_stated_and_not_all_at_once() {
        var fault = new Fault.RateLimited(Duration.ofSeconds(100), "429");

        for (int jitter = 0; jitter < 1000; jitter++) {
            assertThat(FaultPolicy.action(fault, 0, SETTLES, jitter))
                    .isEqualTo(
                            new Action.Retry(
                                    Duration.ofSeconds(100).plusMillis(10L * jitter), false));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 999_999, 31_536_000})
    void no_stated_wait_is_honoured_for_more_than_five_minutes(long seconds) {
        var fault = new Fault.RateLimited(Duration.ofSeconds(seconds), "429");

        assertThat(FaultPolicy.action(fault, 0, SETTLES, 0))
                .isEqualTo(new Action.Retry(Duration.ofMinutes(5), false));
    }

    @Test
    void a_stated_wait_of_zero_or_less_is_one_second() {
        var fault = new Fault.RateLimited(Duration.ofSeconds(-5), "429");

        assertThat(FaultPolicy.action(fault, 0, SETTLES, 0))
                .isEqualTo(new Action.Retry(Duration.ofSeconds(1), false));
    }

    @Test
    void a_refused_key_never_counts_as_a_failure_of_the_order() {
        assertThat(FaultPolicy.action(new Fault.Unauthorized("401"), 500, SETTLES, 0))
                .isEqualTo(new Action.Retry(FaultPolicy.UNTIL_TAKEN, false));
    }

    @Test
    void only_faults_of_the_account_open_its_circuit() {
        assertThat(FaultPolicy.opensCircuit(new Fault.Transient("502"))).isTrue();
        assertThat(FaultPolicy.opensCircuit(new Fault.InDoubt("time-out"))).isTrue();
        assertThat(FaultPolicy.opensCircuit(new Fault.Unauthorized("401"))).isTrue();
        assertThat(FaultPolicy.opensCircuit(new Fault.Rejected("no", "it", "no"))).isFalse();
        assertThat(FaultPolicy.opensCircuit(new Fault.RateLimited(SETTLES, "429"))).isFalse();
    }

    @Test
    void the_page_of_retries_is_the_table() throws IOException {
        assertThat(Pages.committed("retries.md", RetriesPage.text()))
                .as("docs/retries.md; `make docs` prints it anew")
                .isEqualTo(RetriesPage.text());
    }

    @Test
    void a_lost_answer_is_looked_up_and_not_called_again() {
        var action = FaultPolicy.action(new Fault.InDoubt("time-out"), 0, SETTLES, 0);

        assertThat(action).isEqualTo(new Action.Doubt(SETTLES));
    }

    @Test
    void a_rejection_is_given_up_at_once_and_a_transient_fault_after_all_attempts() {
        var refusal = new Fault.Rejected("unknown_item", "TEA-07", "unknown");
        var passing = new Fault.Transient("502");

        assertThat(FaultPolicy.action(refusal, 0, SETTLES, 0)).isEqualTo(new Action.GiveUp());
        assertThat(FaultPolicy.action(passing, 0, SETTLES, 0)).isInstanceOf(Action.Retry.class);
        assertThat(FaultPolicy.action(passing, FaultPolicy.MOST_FAILURES, SETTLES, 0))
                .isEqualTo(new Action.GiveUp());
    }

    @Test
    void waiting_grows_and_is_bounded_whatever_the_jitter() {
        for (int failures = 0; failures < 60; failures++) {
            var least = FaultPolicy.backoff(failures, 0);
            var most = FaultPolicy.backoff(failures, 999);

            assertThat(least).isPositive().isLessThan(most);
            assertThat(most).isLessThanOrEqualTo(FaultPolicy.LONGEST_DELAY);
        }
        assertThat(FaultPolicy.backoff(3, 0)).isGreaterThan(FaultPolicy.backoff(2, 0));
    }
}
