package io.orderloom.fanout;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.Message.Tell;
import io.orderloom.core.Message.TellOne;
import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.SubscriberList;
import io.orderloom.kit.order.DeadLetters;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.Subscribers;
import io.orderloom.subscriber.Subscribers.Delivered;
import io.orderloom.subscriber.Subscribers.DeliveryAnswer;
import io.orderloom.subscriber.Subscribers.Failed;
import io.orderloom.task.FaultPolicy;
import io.orderloom.task.FaultPolicy.Action;
import io.orderloom.topology.Metric;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Delivers an event to all subscribers. Whoever can't be reached gets a message of its own, so that
 * the others wait for nobody.
 */
@ApplicationScoped
class Fanout {
    private static final Logger LOG = Logger.getLogger(Fanout.class);

    private final SubscriberList list;
    private final Subscribers subscribers;
    private final Orders orders;
    private final DeadLetters deadLetters;
    private final Metrics metrics;
    private final InstantSource clock;

    Fanout(
            SubscriberList list,
            Subscribers subscribers,
            Orders orders,
            DeadLetters deadLetters,
            Metrics metrics,
            InstantSource clock) {
        this.list = list;
        this.subscribers = subscribers;
        this.orders = orders;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param record that brought the message
     */
    Handled handle(Message message, QueueRecord record) {
        return switch (message) {
            case Tell(var event) -> tellAll(event);
            case TellOne one -> tellOne(one, record);
            case Message.PostOrder _,
                    Message.AmendOrder _,
                    Message.CreditOrder _,
                    Message.Compensate _ ->
                    throw new IllegalStateException(message.id() + " tells nobody anything");
        };
    }

    private Handled tellAll(LifecycleEvent event) {
        List<Message> unreached =
                list.all().stream()
                        .filter(s -> deliver(event, s) instanceof Failed)
                        .<Message>map(s -> new TellOne(event, s.name(), 1))
                        .toList();
        LOG.infof(
                "order=%s event=%s told=%d unreached=%d",
                event.orderId(),
                event.type(),
                list.all().size() - unreached.size(),
                unreached.size());
        return new Handled.Done(unreached);
    }

    private Handled tellOne(TellOne message, QueueRecord record) {
        var subscriber = list.named(message.subscriber());
        if (subscriber.isEmpty()) {
            LOG.warnf("%s is no subscriber any more", message.subscriber());
            return new Handled.Done(List.of());
        }
        return switch (deliver(message.event(), subscriber.get())) {
            case Delivered() -> new Handled.Done(List.of());
            case Failed(var fault) -> trouble(message, subscriber.get(), fault, record);
        };
    }

    private DeliveryAnswer deliver(LifecycleEvent event, Subscriber subscriber) {
        var delivery = subscribers.deliver(event, subscriber);
        if (delivery instanceof Failed(Fault.Unauthorized _)) {
            metrics.count(Metric.CREDENTIALS_REFUSED);
        }
        return delivery;
    }

    private Handled trouble(
            TellOne message, Subscriber subscriber, Fault fault, QueueRecord record) {
        int jitter = Math.floorMod(message.id().hashCode(), 1000);
        return switch (FaultPolicy.action(fault, record.receiveCount(), Duration.ZERO, jitter)) {
            case Action.Retry(var delay, _) -> new Handled.Later(delay, fault.detail());
            case Action.Doubt(var delay) -> new Handled.Later(delay, fault.detail());
            case Action.GiveUp() -> {
                var order = message.orderId();
                var untold = untold(message, subscriber, fault);
                orders.open(order, deadLetters.keep(Queue.STATUS, record, order, untold));
                yield new Handled.Done(List.of());
            }
        };
    }

    private OrderException untold(TellOne message, Subscriber subscriber, Fault fault) {
        return new OrderException(
                message.event().id() + "|untold|" + subscriber.name(),
                Type.SUBSCRIBER,
                subscriber.name(),
                "was never told %s: %s".formatted(message.event().type(), fault.detail()),
                Owner.INTEGRATION_TEAM,
                clock.instant(),
                message.correlationId(),
                Optional.empty());
    }
}
