package io.orderloom.core;

import static io.orderloom.sample.Samples.NOW;
import static io.orderloom.sample.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {
    private static final LifecycleEvent EVENT =
            new LifecycleEvent(
                    "demo-shop:1/accepted",
                    LifecycleEvent.Type.ACCEPTED,
                    ORDER,
                    1001,
                    NOW,
                    "c-1",
                    Map.of());

    @Test
    void messages_of_one_order_are_one_group() {
        Message post = new Message.PostOrder("i", ORDER, "c");

        assertThat(post.group()).isEqualTo("demo-shop:450789469");
        assertThat(new Message.PublishEvent(EVENT).group()).isEqualTo(post.group());
        assertThat(new Message.PostOrder("i", new OrderId("demo-shop", "2"), "c").group())
                .isNotEqualTo(post.group());
    }

    @Test
    void a_message_that_publishes_an_event_has_its_id() {
        var tell = new Message.PublishEvent(EVENT);

        assertThat(tell.id()).isEqualTo("demo-shop:1/accepted");
        assertThat(tell.orderId()).isEqualTo(ORDER);
        assertThat(tell.correlationId()).isEqualTo("c-1");
    }

    @Test
    void a_failing_subscriber_has_its_own_message_group_and_each_attempt_its_own_message_id() {
        var second = new Message.DeliverEvent(EVENT, "crm", 2);

        assertThat(second.id()).isEqualTo("demo-shop:1/accepted/crm/2");
        assertThat(second.group()).isEqualTo("demo-shop:450789469/crm");
        assertThat(second.orderId()).isEqualTo(ORDER);
        assertThat(second.correlationId()).isEqualTo("c-1");
    }

    @ParameterizedTest
    @EnumSource(TaskKind.class)
    void a_message_that_asks_for_a_task_names_it(TaskKind task) {
        var asking = Message.task(task, "i", ORDER, "c", 3);

        assertThat(asking.task()).isEqualTo(task);
        assertThat(asking.id()).isEqualTo("i");
        assertThat(asking.orderId()).isEqualTo(ORDER);
        assertThat(asking.correlationId()).isEqualTo("c");
    }

    @Test
    void everything_that_is_stored_or_sent_states_its_schema() {
        assertThat(new Message.PublishEvent(EVENT).schema()).isEqualTo(Message.SCHEMA).isPositive();
        assertThat(OrderState.unheardOf(ORDER).schema()).isEqualTo(OrderState.SCHEMA).isPositive();
    }
}
