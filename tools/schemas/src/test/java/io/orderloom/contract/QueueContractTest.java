package io.orderloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.contract.async.QueueChannels;
import io.orderloom.contract.sample.Specimens;
import io.orderloom.core.Message;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.MessageRouting;
import io.orderloom.topology.Queue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are described on the queues that they are really sent to. */
class QueueContractTest {

    static Stream<Object> messages() {
        return Specimens.FULLEST.of(Message.class).stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_is_described_on_the_queue_that_it_is_sent_to(Message message) {
        assertThat(QueueChannels.messages(MessageRouting.queue(message)))
                .contains(message.getClass());
    }

    @Test
    void no_queue_is_described_with_a_message_that_is_not_sent_to_it() {
        var described =
                Arrays.stream(Queue.values()).map(QueueChannels::messages).flatMap(List::stream);

        assertThat(described.filter(type -> type != InboundMessage.class))
                .containsExactlyInAnyOrderElementsOf(Specimens.cases(Message.class).toList());
    }
}
