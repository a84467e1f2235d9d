package io.orderloom.kit.order;

import io.orderloom.core.Message;
import io.orderloom.kit.json.Json;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Queue;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The subject of a dead letter, as far as it can be read.
 *
 * @param name the same whenever the same message is given up
 * @param task the task that needs this message to go on
 * @param mark the mark of the order that its event is about
 */
public record DeadLetterSubject(
        Queue queue,
        String name,
        Optional<OrderId> order,
        Optional<TaskKind> task,
        Optional<Mark> mark) {

    /** The prefix of the name that stands for a delivery, in the place of an order's id. */
    static final String DELIVERY = "delivery-";

    public static DeadLetterSubject of(Queue queue, String body) {
        try {
            return switch (queue) {
                case INBOUND -> delivery(Json.read(body, InboundMessage.class));
                case ERP, STATUS, COMPENSATION -> message(queue, Json.read(body, Message.class));
            };
        } catch (IllegalArgumentException unreadable) {
            var hash = Hashes.sha256(Items.utf8(body));
            return new DeadLetterSubject(
                    queue,
                    "unreadable-" + HexFormat.of().formatHex(hash, 0, 16),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static DeadLetterSubject delivery(InboundMessage message) {
        return new DeadLetterSubject(
                Queue.INBOUND,
                message.deliveryId(),
                Optional.of(
                        new OrderId(message.channelInstance(), DELIVERY + message.deliveryId())),
                Optional.empty(),
                Optional.empty());
    }

    private static DeadLetterSubject message(Queue queue, Message message) {
        return new DeadLetterSubject(
                queue, message.id(), Optional.of(message.orderId()), task(message), message.mark());
    }

    private static Optional<TaskKind> task(Message message) {
        return switch (message) {
            case Message.ForTask asking -> Optional.of(asking.task());
            case Message.ForStatus _ -> Optional.empty();
        };
    }

    public String partition() {
        return order.map(Items::partition).orElseGet(() -> Items.queue(queue));
    }

    /** The label of the task, or of the queue if it is about none. */
    public String path() {
        return task.map(TaskKind::label).orElseGet(queue::label);
    }
}
