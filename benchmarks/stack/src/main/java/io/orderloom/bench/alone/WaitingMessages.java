package io.orderloom.bench.alone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.poller.Inbox;
import io.orderloom.embedded.poller.SqsEvent;
import io.orderloom.topology.Queue;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes messages out of the stack's queues and makes the events of an event source from them. */
record WaitingMessages(EmbeddedStack stack, SqsClient sqs) {
    private static final int MOST = 10;

    /** All messages that wait in a queue; it is empty afterwards. */
    List<Message> take(Queue queue) {
        var inbox = new Inbox(sqs, stack.queues().url(queue));
        var all = new ArrayList<Message>();
        // Messages of one group are hidden as long as one of them is received and not deleted, so
        // a queue is empty only if nothing waits, too.
        for (var some = inbox.receive(MOST);
                !some.isEmpty() || stack.queues().depth(queue).waiting() > 0;
                some = inbox.receive(MOST)) {
            inbox.delete(some);
            all.addAll(some);
        }
        return all;
    }

    /** Events of so many messages each; messages that fill no event are left out. */
    static List<byte[]> events(Queue queue, int size, List<Message> messages) {
        var events = new ArrayList<byte[]>();
        for (int from = 0; from + size <= messages.size(); from += size) {
            var batch = messages.subList(from, from + size);
            events.add(SqsEvent.of(queue.queueName(), batch).toString().getBytes(UTF_8));
        }
        return events;
    }
}
