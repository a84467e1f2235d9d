package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.ValidationException;
import software.amazon.awssdk.services.sqs.model.Message;

/** The behaviour of EventBridge Scheduler on which the sweeps rely. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ScheduleContract {
    private static final int LONGEST_POLL_SECONDS = 20;
    private static final FlexibleTimeWindow ON_TIME =
            FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();

    private final List<Clock> opened = new ArrayList<>();

    protected abstract Clock open();

    /** The longest wait for a schedule: its minute, and the time that a queue takes. */
    protected Duration patience() {
        return Duration.ofSeconds(75);
    }

    @BeforeAll
    void openOnce() {
        opened.add(open());
    }

    @AfterAll
    void close() {
        opened.forEach(Clock::close);
    }

    @Test
    void a_schedule_is_kept_as_it_was_made() {
        var name = create("kept", everyFiveMinutes());

        var kept = clock().scheduler().getSchedule(r -> r.name(name));

        assertThat(kept.scheduleExpression()).isEqualTo(everyFiveMinutes());
        assertThat(kept.state()).isEqualTo(ScheduleState.ENABLED);
        assertThat(kept.flexibleTimeWindow()).isEqualTo(ON_TIME);
        assertThat(kept.target()).isEqualTo(target());
    }

    @Test
    void a_schedule_is_made_once() {
        create("once", everyFiveMinutes());

        assertThatThrownBy(() -> create("once", everyFiveMinutes()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void a_schedule_with_no_time_in_it_is_refused() {
        assertThatThrownBy(() -> create("never", "every now and then"))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void a_schedule_that_was_deleted_is_gone() {
        var name = create("gone", everyFiveMinutes());

        clock().scheduler().deleteSchedule(r -> r.name(name));

        assertThatThrownBy(() -> clock().scheduler().getSchedule(r -> r.name(name)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_schedule_calls_its_target_in_its_minute_with_the_input_alone() {
        var soon =
                LocalDateTime.ofInstant(
                        Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS),
                        ZoneOffset.UTC);
        create("soon", "at(%tFT%<tT)".formatted(soon));

        var received = awaited(Instant.now().plus(patience()));

        assertThat(received).extracting(Message::body).containsExactly(Schedule.WORK.event());
    }

    private List<Message> awaited(Instant until) {
        while (true) {
            var left = Duration.between(Instant.now(), until).toSeconds();
            var received =
                    clock().sqs()
                            .receiveMessage(r ->
                                    r.queueUrl(clock().queueUrl())
                                            .waitTimeSeconds(
                                                    Math.clamp(left, 0, LONGEST_POLL_SECONDS)))
                            .messages();
            if (!received.isEmpty() || left <= 0) {
                return received;
            }
        }
    }

    private String create(String label, String expression) {
        var name = clock().prefix() + label;
        clock().scheduler()
                .createSchedule(r ->
                        r.name(name)
                                .scheduleExpression(expression)
                                .flexibleTimeWindow(ON_TIME)
                                .target(target()));
        return name;
    }

    private Target target() {
        return Target.builder()
                .arn(clock().queueArn())
                .roleArn(clock().role())
                .input(Schedule.WORK.event())
                .retryPolicy(r -> r.maximumRetryAttempts(0))
                .build();
    }

    private static String everyFiveMinutes() {
        return "rate(%d minutes)".formatted(Schedule.WORK.every().toMinutes());
    }

    private Clock clock() {
        return opened.getFirst();
    }
}
