package io.orderloom.normalize;

import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.exception.Exceptions;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.Adapters;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.deadletter.DeadLetterKeeper;
import io.orderloom.kit.order.CardNumberFound;
import io.orderloom.kit.order.Deliveries;
import io.orderloom.kit.order.Delivery;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.reference.ReferenceStore;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.reference.Reference;
import io.orderloom.source.Source.Translation.Described;
import io.orderloom.source.Source.Translation.Silent;
import io.orderloom.source.Source.Translation.Stated;
import io.orderloom.source.Source.Translation.Unread;
import io.orderloom.source.Source.Translation.Unreadable;
import io.orderloom.source.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns a payload into facts, lets the order core decide on each, stores the result and returns the
 * messages that follow.
 */
@ApplicationScoped
class Normalize {
    private final Channels channels;
    private final Adapters adapters;
    private final Orders orders;
    private final Deliveries deliveries;
    private final DeadLetterKeeper deadLetters;
    private final ReferenceStore references;
    private final UnreadTopics unread;
    private final InstantSource clock;

    Normalize(
            Channels channels,
            Adapters adapters,
            Orders orders,
            Deliveries deliveries,
            DeadLetterKeeper deadLetters,
            ReferenceStore references,
            UnreadTopics unread,
            InstantSource clock) {
        this.channels = channels;
        this.adapters = adapters;
        this.orders = orders;
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
        this.references = references;
        this.unread = unread;
        this.clock = clock;
    }

    /**
     * @param record the queue record that brought the message
     */
    Handled handle(InboundMessage message, QueueRecord record) {
        var instance = channels.get(message.channelInstance()).settings();
        LogContext.tenancy(instance.tenancy());
        var source = adapters.source(instance.connector());
        return new Handled.Done(
                switch (Translations.of(source, instance, references, message)) {
                    case Unreadable(var fault) -> unreadable(message, record, fault);
                    case Unread(var topic) -> {
                        unread.count(instance.name(), topic);
                        yield List.of();
                    }
                    case Silent() -> List.of();
                    case Described(var described) ->
                            Admission.againstReferences(instance, described)
                                    .map(fault -> unreadable(message, record, fault))
                                    .orElseGet(() -> kept(described));
                    case Stated(var statements) ->
                            new Admission(instance, channels::find)
                                    .against(statements)
                                    .map(fault -> unreadable(message, record, fault))
                                    .orElseGet(() -> ingested(message, statements));
                });
    }

    private List<Message> kept(List<Reference> described) {
        described.forEach(references::keep);
        return List.of();
    }

    private List<Message> ingested(InboundMessage message, List<Statement> statements) {
        var first = statements.getFirst();
        return together(
                deliveries.ingest(
                        new Delivery(
                                message, statements.stream().map(this::ofItsChannel).toList())),
                cardNumbers(message, first.order(), mark(first.facts())));
    }

    /** An order's channel decides how it is posted and whose it is, whoever speaks of it. */
    private Delivery.Stated ofItsChannel(Statement statement) {
        var channel = channels.get(statement.order().channelInstance());
        return new Delivery.Stated(
                Tenancies.of(statement, channel.settings().tenancy()), channel.profile());
    }

    private static List<Message> together(List<Message> first, List<Message> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /**
     * Opens an exception about card numbers. It comes after the messages that the order needs,
     * because the order goes on.
     */
    private List<Message> cardNumbers(InboundMessage message, OrderId about, Optional<Mark> mark) {
        return CardNumberFound.in(message)
                .map(exception -> orders.refused(about, exception.marked(mark)))
                .orElse(List.of());
    }

    private static Optional<Mark> mark(List<Fact> facts) {
        return facts.stream()
                .flatMap(fact -> Marks.of(OrderState.unheardOf(fact.orderId()), fact).stream())
                .findFirst();
    }

    /**
     * Keeps the payload as it was received, so that it can be read again when the adapter or the
     * sender is fixed.
     */
    private List<Message> unreadable(
            InboundMessage message, QueueRecord record, Fault.Invalid fault) {
        var delivery = new OrderId(message.channelInstance(), "delivery-" + message.deliveryId());
        var exception =
                Exceptions.unreadable(
                        message.deliveryId(), fault, clock.instant(), message.correlationId());
        return together(
                orders.refused(delivery, deadLetters.keepWebhook(record, delivery, exception)),
                cardNumbers(message, delivery, Optional.empty()));
    }
}
