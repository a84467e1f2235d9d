package io.orderloom.maintenance.deadletter;

import io.orderloom.core.Consequences;
import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.core.MoneyAtRisk;
import io.orderloom.core.OrderState;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.kit.deadletter.DeadLetterKeeper;
import io.orderloom.kit.deadletter.LastFailures;
import io.orderloom.kit.order.DeadLetterSubject;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.OrderStore;
import io.orderloom.kit.order.TableReads;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.money.Amount;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Opens a named exception for each message that its queue gave up, with the cause, and keeps the
 * message.
 */
@ApplicationScoped
public class DeadLetterHandler {
    private static final Logger LOG = Logger.getLogger(DeadLetterHandler.class);

    private final OrderStore store;
    private final TableReads reads;
    private final DeadLetterKeeper keeper;

    public DeadLetterHandler(OrderStore store, TableReads reads, DeadLetterKeeper keeper) {
        this.store = store;
        this.reads = reads;
        this.keeper = keeper;
    }

    /**
     * @param source the queue that gave the message up
     * @return the events about it for subscribers
     */
    public List<Message> open(Queue source, QueueRecord record) {
        var subject = DeadLetterSubject.of(source, record.body());
        var fingerprint = new OfDeadLetter(source.label(), subject.name());
        var at = keeper.keepUnlessErased(source, record, subject.partition(), fingerprint.text());
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
        LOG.errorf(
                "%s: the queue %s gave up a message, which is an exception now: %s",
                subject.name(), source.label(), exception.detail());
        // An event that can't be delivered must not lead to another event that can't be delivered.
        return met.live() && source != Queue.STATUS
                ? subject.order().stream()
                        .map(order -> Consequences.told(order, met.what(), met.life().openings()))
                        .toList()
                : List.of();
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
}
