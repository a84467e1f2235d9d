package io.orderloom.kit.deadletter;

import io.orderloom.core.Consequences;
import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.core.MoneyAtRisk;
import io.orderloom.core.OrderState;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.exception.OrderException;
import io.orderloom.kit.order.DeadLetter;
import io.orderloom.kit.order.DeadLetterStore;
import io.orderloom.kit.order.DeadLetterSubject;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.OrderStore;
import io.orderloom.kit.order.TableName;
import io.orderloom.kit.order.TableReads;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Opens a named exception for each message that was given up, either by its queue or by its
 * handler, and keeps the message, so that it can be sent once more, with the cause. The dead letter
 * is written first, so that an exception always has its message.
 */
@ApplicationScoped
public class DeadLetterHandler {
    private static final Logger LOG = Logger.getLogger(DeadLetterHandler.class);

    private final OrderStore store;
    private final TableReads reads;
    private final DeadLetterStore letters;
    private final InstantSource clock;
    private final Duration keepRaw;

    public DeadLetterHandler(
            OrderStore store,
            TableReads reads,
            DynamoDbClient dynamo,
            TableName name,
            InstantSource clock,
            @ConfigProperty(name = "orderloom.keep-raw", defaultValue = "90d") Duration keepRaw) {
        this.store = store;
        this.reads = reads;
        this.letters = new DeadLetterStore(dynamo, name.value());
        this.clock = clock;
        this.keepRaw = keepRaw;
    }

    /**
     * @param source the queue that gave the message up
     * @return the events about it for subscribers
     */
    public List<Message> open(Queue source, QueueRecord record) {
        var subject = DeadLetterSubject.of(source, record.body());
        var fingerprint = new OfDeadLetter(source.label(), subject.name());
        var at =
                letters.keepUnlessErased(
                        subject.partition(),
                        fingerprint.text(),
                        letter(source, record),
                        clock.instant(),
                        keepRaw);
        var state = state(subject);
        var exception =
                Exceptions.deadLetter(
                                fingerprint,
                                subject.path(),
                                cause(source, record),
                                at,
                                record.trail().correlationId(),
                                moneyAtRisk(subject, state))
                        .marked(subject.mark().or(() -> state.flatMap(Marks::of)));
        var met = store.open(subject.partition(), exception).now();
        LOG.errorf("%s: given up by %s: %s", subject.name(), source.label(), exception.detail());
        // An event that can't be delivered must not lead to another event that can't be delivered.
        return met.live() && source != Queue.STATUS
                ? subject.order().stream()
                        .map(order -> Consequences.told(order, met.what(), met.life().openings()))
                        .toList()
                : List.of();
    }

    /**
     * Keeps a message that its handler gave up, beside the exception about it.
     *
     * @return the exception as raised when this message was first kept
     */
    public OrderException keep(
            Queue source, QueueRecord record, OrderId order, OrderException exception) {
        return exception.raised(
                letters.keep(
                        Items.partition(order),
                        exception.fingerprint().text(),
                        letter(source, record),
                        exception.raisedAt(),
                        keepRaw));
    }

    /** Keeps a webhook in the same way; one that was erased stays erased. */
    public OrderException keepWebhook(
            QueueRecord record, OrderId delivery, OrderException exception) {
        return exception.raised(
                letters.keepUnlessErased(
                        Items.partition(delivery),
                        exception.fingerprint().text(),
                        letter(Queue.INBOUND, record),
                        exception.raisedAt(),
                        keepRaw));
    }

    private String cause(Queue source, QueueRecord record) {
        return LastFailures.of(source, record.messageId(), reads)
                .map(failure ->
                        "handed out %d times; the last time it failed with %s"
                                .formatted(record.receiveCount(), failure.text()))
                .orElseGet(() ->
                        "handed out %d times, and never failed by itself: it was put off each time, or the function died or ran out of time"
                                .formatted(record.receiveCount()));
    }

    /** Read only if the message belongs to a task of the order. */
    private Optional<OrderState> state(DeadLetterSubject subject) {
        return subject.task()
                .flatMap(_ -> subject.order())
                .map(order -> store.stored(order, store.read(order, List.of(Items.STATE))).state());
    }

    private static Optional<Amount> moneyAtRisk(
            DeadLetterSubject subject, Optional<OrderState> state) {
        return state.flatMap(order -> subject.task().flatMap(task -> MoneyAtRisk.of(order, task)));
    }

    private static DeadLetter letter(Queue source, QueueRecord record) {
        return new DeadLetter(
                source.label(),
                record.messageId(),
                record.body(),
                record.carried(),
                Optional.ofNullable(record.attributes().get("MessageGroupId")));
    }
}
