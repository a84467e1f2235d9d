package io.orderloom.normalize;

import io.orderloom.channel.ChannelAdapter.Translation.Translated;
import io.orderloom.channel.ChannelAdapter.Translation.Unread;
import io.orderloom.channel.ChannelAdapter.Translation.Unreadable;
import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.exception.Exceptions;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.Adapters;
import io.orderloom.kit.config.ChannelInstance;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.deadletter.DeadLetterHandler;
import io.orderloom.kit.order.CardNumberFound;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.kit.order.IngestResult;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.order.Payloads;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Turns a payload into facts, lets the order core decide on each, stores the result and returns the
 * messages that follow.
 */
@ApplicationScoped
class Normalize {
    private static final Logger LOG = Logger.getLogger(Normalize.class);

    private final Channels channels;
    private final Adapters adapters;
    private final Orders orders;
    private final Payloads payloads;
    private final DeadLetterHandler deadLetters;
    private final UnreadTopics unread;
    private final InstantSource clock;

    Normalize(
            Channels channels,
            Adapters adapters,
            Orders orders,
            Payloads payloads,
            DeadLetterHandler deadLetters,
            UnreadTopics unread,
            InstantSource clock) {
        this.channels = channels;
        this.adapters = adapters;
        this.orders = orders;
        this.payloads = payloads;
        this.deadLetters = deadLetters;
        this.unread = unread;
        this.clock = clock;
    }

    /**
     * @param record the queue record that brought the message
     */
    Handled handle(InboundMessage message, QueueRecord record) {
        var instance = channels.get(message.channelInstance());
        var settings = instance.settings();
        var translation = Translations.of(adapters.channel(settings.platform()), settings, message);
        return new Handled.Done(
                switch (translation) {
                    case Unreadable(var fault) -> unreadable(message, record, fault);
                    case Unread(var topic) -> {
                        unread.count(settings.instance(), topic);
                        yield List.of();
                    }
                    case Translated(var facts, var personalData) ->
                            together(
                                    absorb(message, instance, facts, personalData),
                                    cardNumbers(message, facts.getFirst().orderId(), mark(facts)));
                });
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

    private List<Message> absorb(
            InboundMessage message,
            ChannelInstance instance,
            List<Fact> facts,
            PersonalData personalData) {
        var messages = new ArrayList<Message>();
        // A payload with more facts than that an order was placed is most likely not the order's
        // first one.
        boolean later = facts.size() > 1;
        for (var fact : facts) {
            if (!(fact instanceof Fact.OrderPlaced)) {
                payloads.keep(fact.orderId(), message);
            }
            var absorbed =
                    later
                            ? orders.ingestAgain(fact, instance.profile())
                            : orders.ingest(fact, instance.profile());
            boolean keptWithOthers = later && absorbed.as() == IngestResult.As.KNOWN;
            if (!keptWithOthers) {
                keep(message, fact, absorbed, personalData);
            }
            LOG.infof(
                    "order=%s fact=%s absorbed=%s",
                    fact.orderId(), fact.provenance().key().kind(), absorbed.as());
            messages.addAll(absorbed.messages());
        }
        return messages;
    }

    private void keep(
            InboundMessage message, Fact fact, IngestResult absorbed, PersonalData personalData) {
        var as = absorbed.as();
        boolean holds = as == IngestResult.As.NEW || as == IngestResult.As.REPEATED;
        switch (fact) {
            case Fact.OrderPlaced(_, var document)
                    when as == IngestResult.As.NEW && absorbed.erased() ->
                    payloads.keepWithoutPersonalData(document);
            case Fact.OrderPlaced(_, var document) when as == IngestResult.As.NEW ->
                    payloads.keep(message, document, personalData);
            case Fact.OrderPlaced(_, var document) when holds ->
                    payloads.keepMissing(message, document, personalData);
            case Fact.OrderPlaced placed -> payloads.keepUnlessErased(placed.orderId(), message);
            case Fact other when absorbed.erased() -> payloads.empty(other.orderId(), message);
            case Fact.OrderEdited(_, var document) when holds -> payloads.keepEdited(document);
            case Fact _ -> {
                // Its payload is kept already.
            }
        }
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
