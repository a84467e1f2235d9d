package io.orderloom.fanout;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.Fingerprint.OfUntoldEvent;
import io.orderloom.exception.OrderException;
import io.orderloom.fanout.Patience.Decision;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.config.Recipient;
import io.orderloom.kit.config.SubscriberList;
import io.orderloom.kit.deadletter.DeadLetterKeeper;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.order.Outages;
import io.orderloom.kit.order.Tellings;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.Traceparent;
import io.orderloom.order.Tenancy;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Delivers an event to all subscribers that are to be notified of it. A subscriber that can't be
 * reached gets a message of its own, so that the others don't wait for it.
 */
@ApplicationScoped
class Fanout {
    private static final Logger LOG = Logger.getLogger(Fanout.class);

    /** For a message that was not begun: another invocation may take it at once. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Far more than the clocks of two hosts ever differ. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final SubscriberList list;
    private final Channels channels;
    private final Telling telling;
    private final Bounds bounds;
    private final Orders orders;
    private final DeadLetterKeeper deadLetters;
    private final Tellings tellings;
    private final Outages outages;
    private final InstantSource clock;

    Fanout(
            SubscriberList list,
            Channels channels,
            Telling telling,
            Bounds bounds,
            Orders orders,
            DeadLetterKeeper deadLetters,
            Tellings tellings,
            Outages outages,
            InstantSource clock) {
        this.list = list;
        this.channels = channels;
        this.telling = telling;
        this.bounds = bounds;
        this.orders = orders;
        this.deadLetters = deadLetters;
        this.tellings = tellings;
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * @param record the queue record that brought the message
     * @param left the rest of the invocation's time: work that can't end in it is not begun
     */
    Handled handle(Message message, QueueRecord record, TimeLeft left) {
        return switch (message) {
            case PublishEvent(var event) ->
                    left.allows(bounds.offer(), clock.instant())
                            ? tellAll(event.traced(trace(record)))
                            : notBegun();
            case DeliverEvent one ->
                    left.allows(bounds.call(), clock.instant()) ? tellOne(one, record) : notBegun();
            case Message.ForTask _ ->
                    throw new IllegalStateException(
                            message.id() + " is not an event for subscribers");
        };
    }

    /** The trace of the message, so that an event that waits for one subscriber stays in it. */
    private static Optional<String> trace(QueueRecord record) {
        return record.trail().trace().flatMap(Traceparent::of);
    }

    private static Handled notBegun() {
        return new Handled.Postponed(SOON, "too little time is left to deliver it");
    }

    private Tenancy whose(LifecycleEvent event) {
        var whose = channels.tenancy(event.orderId().channelInstance());
        LogContext.tenancy(whose);
        return whose;
    }

    private Handled tellAll(LifecycleEvent event) {
        var whose = whose(event);
        var audience = list.audience(event, whose);
        var waiting = list.outOfForce(event, whose);
        var unreached =
                telling.all(new OutgoingEvent(event, whose), audience).stream()
                        .filter(told -> told.answer() instanceof Failed)
                        .map(told -> told.recipient().name());
        // A subscriber whose settings can't be used gets a message of its own, which waits.
        return told(
                event,
                audience.size() + waiting.size(),
                Stream.concat(unreached, waiting.stream()).toList());
    }

    /** From here on each subscriber is notified, or will be by a message of its own. */
    private Handled told(LifecycleEvent event, int owed, List<String> unreached) {
        tellings.owed(event, owed);
        tellings.told(event, unreached);
        LOG.infof(
                "order=%s event=%s delivered=%d unreached=%d",
                event.orderId(), event.type(), owed - unreached.size(), unreached.size());
        return new Handled.Done(
                unreached.stream().<Message>map(one -> new DeliverEvent(event, one, 1)).toList());
    }

    private Handled tellOne(DeliverEvent message, QueueRecord record) {
        var recipient = list.named(message.subscriber());
        if (recipient.isEmpty()) {
            LOG.warnf(
                    "subscriber %s is no longer configured, so it gets no event",
                    message.subscriber());
            return settled(message, record);
        }
        var whose = whose(message.event());
        if (!recipient.get().subscriber().hears(message.event(), whose)) {
            LOG.infof(
                    "subscriber %s no longer asks for events of such orders, so it gets none",
                    message.subscriber());
            return settled(message, record);
        }
        return switch (telling.alone(new OutgoingEvent(message.event(), whose), recipient.get())) {
            case Delivered() -> settled(message, record);
            case Failed(var fault) -> trouble(message, recipient.get(), fault, record);
        };
    }

    /** The event is delivered at last, or nobody is to be notified of it any more. */
    private Handled settled(DeliverEvent message, QueueRecord record) {
        if (mayBeKept(message, record)) {
            outages.told(message);
        }
        return handedOver(message);
    }

    /**
     * The event may be among the kept ones if it was sent again since, or if the process that kept
     * it ended before it could record that.
     */
    private boolean mayBeKept(DeliverEvent message, QueueRecord record) {
        return message.attempts() > 1
                || waited(record, clock.instant()).compareTo(bounds.waiting().minus(CLOCKS_APART))
                        >= 0;
    }

    /** From here on the order's own index does not name the event any more. */
    private Handled handedOver(DeliverEvent message) {
        tellings.told(message.event(), message.subscriber());
        return new Handled.Done(List.of());
    }

    private Handled trouble(
            DeliverEvent message, Recipient recipient, Fault fault, QueueRecord record) {
        var now = clock.instant();
        var decision =
                Patience.decide(
                        fault,
                        record.receiveCount(),
                        waited(record, now),
                        bounds.waiting(),
                        Math.floorMod(message.id().hashCode(), 1000));
        return switch (decision) {
            case Decision.Wait(var delay) -> new Handled.Postponed(delay, fault.detail());
            case Decision.Refused() -> refused(message, recipient, fault, record, now);
            case Decision.Away() -> {
                outages.keep(message, fault.detail());
                yield handedOver(message);
            }
        };
    }

    private static Duration waited(QueueRecord record, Instant now) {
        return Duration.between(record.sentAt().orElse(now), now);
    }

    private Handled refused(
            DeliverEvent message,
            Recipient recipient,
            Fault fault,
            QueueRecord record,
            Instant now) {
        var order = message.orderId();
        var untold = untold(message, recipient, fault, now);
        orders.open(order, deadLetters.keep(Queue.STATUS, record, order, untold));
        return settled(message, record);
    }

    private static OrderException untold(
            DeliverEvent message, Recipient recipient, Fault fault, Instant now) {
        var event = message.event();
        return Exceptions.untold(
                        new OfUntoldEvent(event.id(), recipient.name()),
                        event.type().toString(),
                        fault,
                        now,
                        message.correlationId())
                .marked(event.mark());
    }
}
