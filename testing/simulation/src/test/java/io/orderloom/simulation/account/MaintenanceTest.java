package io.orderloom.simulation.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.core.Message;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Maintenance handles each kind of event that it may get, and no other. */
class MaintenanceTest {
    private final Shift shift = new Shift();

    @Test
    void a_dead_letter_becomes_an_exception_and_leaves_its_queue() {
        var answer = shift.maintained(batch(Queue.ERP.deadLetterName()));

        assertThat(answer).isEqualTo(QueueAnswer.done());
        assertThat(shift.open())
                .singleElement()
                .matches(open -> open.fingerprint() instanceof OfDeadLetter);
    }

    @Test
    void messages_of_another_queue_are_not_swallowed() {
        var event = batch(Queue.ERP.queueName());

        assertThatThrownBy(() -> shift.maintained(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no dead letters");
    }

    @Test
    void a_sweep_raises_an_exception_for_facts_that_wait_too_long() {
        shift.told(Samples.refunded("r-1", "10.00"));

        shift.maintained(new QueueEvent(List.of(), null, Schedule.WORK.label()));

        assertThat(shift.open()).hasSize(1);
    }

    private static QueueEvent batch(String queueName) {
        var message = new Message.PostOrder("e-1", Samples.ORDER, Samples.CORRELATION);
        return new QueueEvent(
                List.of(
                        new QueueRecord(
                                "m-1",
                                "handle",
                                Json.text(message),
                                Map.of(),
                                Map.of(),
                                "arn:aws:sqs:eu-central-1:1:" + queueName)),
                null,
                null);
    }
}
