package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private static Untold untold(int order, int sequence, Instant kept, Optional<Instant> sent) {
        var id = new OrderId("demo-shop", Integer.toString(order));
        var event =
                new LifecycleEvent(
                        "%s/%d/0".formatted(id, sequence),
                        LifecycleEvent.Type.CHANGED,
                        id,
                        sequence,
                        kept,
                        "c-1",
                        Map.of());
        return new Untold(new DeliverEvent(event, "printer", 1), kept, sent);
    }

    private static Untold waiting(int order, int sequence) {
        return untold(order, sequence, NOW.minus(Duration.ofHours(order)), Optional.empty());
    }

    private static Untold sent(int order, Duration ago) {
        return untold(order, 1, NOW.minus(Duration.ofDays(2)), Optional.of(NOW.minus(ago)));
    }

    @Test
    void a_silent_subscriber_is_tried_with_the_event_that_was_tried_longest_ago() {
        var untold = List.of(waiting(1, 1), waiting(3, 1), waiting(3, 2), waiting(2, 1));

        assertThat(Resumption.next(untold, false, NOW, PAUSE)).containsExactly(waiting(3, 1));
    }

    @Test
    void a_silent_subscriber_is_tried_again_after_the_pause_with_another_event() {
        var early = List.of(sent(1, PAUSE.minusSeconds(1)), waiting(2, 1));
        var late = List.of(sent(1, PAUSE), waiting(2, 1));

        assertThat(Resumption.next(early, false, NOW, PAUSE)).isEmpty();
        assertThat(Resumption.next(late, false, NOW, PAUSE)).containsExactly(waiting(2, 1));
    }

    @Test
    void an_event_that_is_under_way_for_more_than_a_day_is_sent_again() {
        var lost = sent(1, Duration.ofHours(25));

        assertThat(Resumption.next(List.of(lost), false, NOW, PAUSE)).containsExactly(lost);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_event_overtakes_an_older_one_of_its_order_and_all_are_delivered(long seed) {
        var random = new Random(seed);
        var left = new ArrayList<Untold>();
        for (int order = 1; order <= 700; order++) {
            for (int sequence = 1; sequence <= 1 + random.nextInt(5); sequence++) {
                left.add(waiting(order, sequence));
            }
        }

        int sweeps = 0;
        while (!left.isEmpty()) {
            var next = Resumption.next(left, true, NOW, PAUSE);
            assertThat(next).isNotEmpty().hasSizeLessThanOrEqualTo(Resumption.MOST);
            for (var one : next) {
                assertThat(left.stream().filter(other -> isSameOrder(one, other)).findFirst())
                        .hasValue(one);
            }
            left.removeAll(next.stream().filter(_ -> random.nextInt(10) > 0).toList());
            sweeps++;
        }

        assertThat(sweeps).isLessThan(40);
    }

    private static boolean isSameOrder(Untold one, Untold other) {
        return one.message().orderId().equals(other.message().orderId());
    }
}
