package io.orderloom.contract.async;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.schema.RecordSchemas;
import io.orderloom.core.Message;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Topology;
import java.util.List;

/** The queues between the functions, as the topology names them. */
public final class QueueChannels {
    private final RecordSchemas records;
    private final Components components;

    QueueChannels(RecordSchemas records, Components components) {
        this.records = records;
        this.components = components;
    }

    /** The types of messages on a queue. */
    public static List<Class<?>> messages(Queue queue) {
        return switch (queue) {
            case INBOUND -> List.of(InboundMessage.class);
            case ERP -> forms(Message.ForErp.class);
            case STATUS -> forms(Message.ForStatus.class);
            case COMPENSATION -> forms(Message.ForCompensation.class);
        };
    }

    private static List<Class<?>> forms(Class<? extends Message> sealedByQueue) {
        return List.of(sealedByQueue.getPermittedSubclasses());
    }

    void describe(ObjectNode channels, ObjectNode operations) {
        for (var queue : Queue.values()) {
            channel(channels.putObject(queue.label()), queue);
        }
        for (var source : Topology.EVENT_SOURCES) {
            operation(operations, source.function(), "receive", source.queue());
        }
        for (var function : Function.values()) {
            function.sends().stream()
                    .sorted()
                    .forEach(queue -> operation(operations, function, "send", queue));
        }
    }

    private void channel(ObjectNode channel, Queue queue) {
        channel.put("address", queue.queueName());
        channel.put("title", "Queue " + queue.label());
        channel.put(
                "description",
                queue.fifo()
                        ? "First in, first out within a group: the order's id, or the order's id and a subscriber."
                        : "Any order.");
        var messages = channel.putObject("messages");
        for (var type : messages(queue)) {
            var key = type.getSimpleName();
            components.message(key, key, records.of(type));
            messages.set(key, Components.reference("#/components/messages/" + key));
        }
        var binding = channel.putObject("bindings").putObject("sqs");
        binding.putObject("queue")
                .put("name", queue.queueName())
                .put("fifoQueue", queue.fifo())
                .put("visibilityTimeout", queue.visibilityTimeout().toSeconds())
                .put("messageRetentionPeriod", queue.retention().toSeconds())
                .putObject("redrivePolicy")
                .put("maxReceiveCount", queue.maxReceiveCount())
                .putObject("deadLetterQueue")
                .put("name", queue.deadLetterName());
        binding.putObject("deadLetterQueue")
                .put("name", queue.deadLetterName())
                .put("fifoQueue", queue.fifo())
                .put("messageRetentionPeriod", queue.retention().toSeconds());
        binding.put("bindingVersion", "0.2.0");
    }

    private static void operation(
            ObjectNode operations, Function function, String action, Queue queue) {
        var name = "%s.%s.%s".formatted(function.label(), action, queue.label());
        operations
                .putObject(name)
                .put("action", action)
                .set("channel", Components.reference("#/channels/" + queue.label()));
    }
}
