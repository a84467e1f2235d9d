package io.orderloom.task;

import static io.orderloom.sample.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.task.TaskRules.NextMove;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskRulesTest {
    private static final Duration LEASE = Duration.ofSeconds(65);

    @Test
    void a_task_that_was_never_tried_is_called() {
        assertThat(TaskRules.next(new Task.Untried(), NOW)).isEqualTo(new NextMove.Act());
    }

    @Test
    void a_task_that_one_process_claims_makes_all_others_wait() {
        var held = TaskRules.claim(new Task.Untried(), NOW, LEASE);

        var next = TaskRules.next(held, NOW.plusSeconds(64));

        assertThat(next).isEqualTo(new NextMove.Wait(NOW.plus(LEASE)));
    }

    @Test
    void a_task_whose_lease_ran_out_is_looked_up_before_any_second_call() {
        var held = TaskRules.claim(new Task.Untried(), NOW, LEASE);

        var next = TaskRules.next(held, NOW.plus(LEASE));

        assertThat(next).isEqualTo(new NextMove.LookUp());
    }

    @Test
    void a_task_in_doubt_is_looked_up_after_its_settling_time() {
        var doubt = new Task.InDoubt(1, 2, NOW.plusSeconds(5), "time-out");

        assertThat(TaskRules.next(doubt, NOW)).isEqualTo(new NextMove.Wait(NOW.plusSeconds(5)));
        assertThat(TaskRules.next(doubt, NOW.plusSeconds(5))).isEqualTo(new NextMove.LookUp());
    }

    @Test
    void a_doubt_stays_whatever_later_attempts_end_with() {
        var doubt = new Task.InDoubt(1, 2, NOW, "time-out");
        var claimed = TaskRules.claim(doubt, NOW, LEASE);
        var postponed =
                new Task.Postponed(2, 4, NOW, "HTTP 502", claimed.doubt(), claimed.waitingSince());

        assertThat(TaskRules.claim(postponed, NOW, LEASE).doubt()).contains("time-out");
        assertThat(TaskRules.claim(new Task.Untried(), NOW, LEASE).doubt()).isEmpty();
    }

    @Test
    void claiming_a_task_whose_call_never_ended_puts_it_in_doubt() {
        var dead = TaskRules.claim(new Task.Untried(), NOW, LEASE);

        assertThat(TaskRules.claim(dead, NOW.plus(LEASE), LEASE).doubt()).isPresent();
    }

    @Test
    void a_task_under_way_is_looked_up_at_growing_intervals_and_not_without_end() {
        assertThat(UnderWay.untilNextLook(NOW, NOW)).isEqualTo(UnderWay.FIRST_LOOK);
        assertThat(UnderWay.untilNextLook(NOW, NOW.plus(UnderWay.LONGEST)))
                .isEqualTo(UnderWay.LONGEST_BETWEEN_LOOKS);
        assertThat(UnderWay.tooLong(NOW, NOW.plus(UnderWay.LONGEST).minusMillis(1))).isFalse();
        assertThat(UnderWay.tooLong(NOW, NOW.plus(UnderWay.LONGEST))).isTrue();
    }

    @Test
    void every_claim_has_a_greater_token_than_all_before() {
        var first = TaskRules.claim(new Task.Untried(), NOW, LEASE);

        var second = TaskRules.claim(first, NOW.plus(LEASE), LEASE);

        assertThat(second.token()).isGreaterThan(first.token());
    }
}
