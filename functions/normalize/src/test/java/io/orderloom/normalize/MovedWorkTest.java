package io.orderloom.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.kit.queue.LogPlace;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueAnswer.BatchItemFailure;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In the middle of a deployment the version before's schedule and event sources still call
 * normalize, which does nothing of maintenance and loses nothing.
 */
class MovedWorkTest {
    @ParameterizedTest
    @EnumSource
    void dead_letters_go_back_to_their_queue_whole(Queue queue) {
        var event = batch(queue.deadLetterName());

        var answer = MovedWork.answer(event);

        assertThat(answer)
                .map(QueueAnswer::batchItemFailures)
                .contains(List.of(new BatchItemFailure("m-1"), new BatchItemFailure("m-2")));
    }

    @ParameterizedTest
    @EnumSource
    void a_sweep_is_left_to_the_next_without_an_error(Schedule schedule) {
        var event = new QueueEvent(List.of(), null, schedule.label());

        var answer = MovedWork.answer(event);

        assertThat(answer).contains(QueueAnswer.done());
    }

    @Test
    void a_page_of_logs_fails_so_that_it_is_asked_for_again() {
        var event = new QueueEvent(List.of(), null, null, LogPlace.BEGINNING);

        assertThatThrownBy(() -> MovedWork.answer(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("maintenance");
    }

    @Test
    void webhooks_and_health_checks_stay_with_normalize() {
        var webhooks = batch(Queue.INBOUND.queueName());
        var health = new QueueEvent(List.of(), "check", null);

        assertThat(MovedWork.answer(webhooks)).isEmpty();
        assertThat(MovedWork.answer(health)).isEmpty();
    }

    private static QueueEvent batch(String queueName) {
        return new QueueEvent(
                List.of(record("m-1", queueName), record("m-2", queueName)), null, null);
    }

    private static QueueRecord record(String id, String queueName) {
        return new QueueRecord(
                id, "handle", "{}", Map.of(), Map.of(), "arn:aws:sqs:eu-central-1:1:" + queueName);
    }
}
