package io.orderloom.maintenance.sweep;

import io.orderloom.core.Change;
import io.orderloom.core.Marks;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Uncovered;
import io.orderloom.core.Uncovered.Wait;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.kit.order.DueIndex;
import io.orderloom.kit.order.DueIndex.Entry;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.LogEntry;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.queue.Outbox;
import io.orderloom.kit.telemetry.MessageContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Opens an exception for facts that wait too long for their order, or for a fact that covers what
 * they state. The exception names the order from then on, so it leaves the index.
 */
@ApplicationScoped
class LateFacts {
    private static final Logger LOG = Logger.getLogger(LateFacts.class);

    /** The names that fit into a line for a person; the state has all of them. */
    private static final int NAMED = 5;

    private final DueIndex index;
    private final Orders orders;
    private final Outbox outbox;
    private final Duration after;

    LateFacts(DueIndex index, Orders orders, Outbox outbox, SweepSettings settings) {
        this.index = index;
        this.orders = orders;
        this.outbox = outbox;
        this.after = settings.dueAfter();
    }

    /**
     * @param entry an order of which no message is due
     */
    void settle(Entry entry, Instant now) {
        var order = entry.order().state();
        var waits = Uncovered.troubling(order);
        if (!entry.events().isEmpty()) {
            // Its events could not be made again, and the next sweep tries once more.
            return;
        }
        if (waits.isEmpty()) {
            healed(entry);
        } else if (!since(entry).isAfter(now.minus(after))) {
            raise(entry, exception(order, waits, now));
        }
    }

    /**
     * A time since when at least something waits. A missing order is on the index for nothing else.
     * A placed order may have been there for another reason, so the time of its last change is
     * taken.
     */
    private static Instant since(Entry entry) {
        return switch (entry.order().state()) {
            case Awaited _ -> entry.since();
            case Placed _ -> lastChange(entry).orElseGet(entry::since);
        };
    }

    private static Optional<Instant> lastChange(Entry entry) {
        return entry.order().tail().map(Items::logEntry).map(LogEntry::changeSet).stream()
                .flatMap(last -> last.changes().stream())
                .flatMap(LateFacts::recordedAt)
                .max(Comparator.naturalOrder());
    }

    private static Stream<Instant> recordedAt(Change change) {
        return switch (change) {
            case Change.Applied(var fact) -> Stream.of(fact.provenance().recordedAt());
            case Change.Deferred(var fact) -> Stream.of(fact.provenance().recordedAt());
            case Change.Accepted _,
                    Change.Revised _,
                    Change.EventPublished _,
                    Change.TaskRequested _,
                    Change.ExceptionRaised _,
                    Change.ExceptionResolved _ ->
                    Stream.empty();
        };
    }

    private static OrderException exception(OrderState order, List<Wait> waits, Instant now) {
        return switch (order) {
            case Awaited awaited ->
                    Exceptions.missingOrder(
                            order.id(),
                            waits.stream().map(Wait::path).collect(Collectors.joining(", ")),
                            now,
                            awaited.waiting().getFirst().provenance().correlationId());
            case Placed placed ->
                    Exceptions.uncovered(
                                    order.id(),
                                    words(waits),
                                    now,
                                    placed.correlationId(),
                                    waits.stream()
                                            .flatMap(wait -> wait.money().stream())
                                            .filter(money -> money.settlement().minorUnits() > 0)
                                            .findFirst())
                            .marked(Marks.of(order));
        };
    }

    private static String words(List<Wait> waits) {
        var named =
                waits.stream()
                        .limit(NAMED)
                        .map(wait -> "%s waits for %s".formatted(wait.path(), wait.forWhat()))
                        .collect(Collectors.joining(", "));
        return waits.size() > NAMED
                ? "%s, and %d more".formatted(named, waits.size() - NAMED)
                : named;
    }

    /**
     * The order leaves the index only after subscribers were notified, or the next sweep would find
     * it again.
     */
    private void raise(Entry entry, OrderException exception) {
        var order = entry.order().state().id();
        var trail =
                new MessageContext(exception.correlationId(), Optional.empty(), Optional.empty());
        if (outbox.send(trail, orders.refused(order, exception)).isEmpty()) {
            index.takeOff(entry);
        }
    }

    /** Takes an order off the index of which nothing is due by its state. */
    private void healed(Entry entry) {
        if (index.takeOff(entry)) {
            LOG.infof("order=%s: nothing is due any more", entry.order().state().id());
        }
    }
}
