package io.orderloom.maintenance.sweep;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.DueWork;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.Uncovered;
import io.orderloom.exception.Exceptions;
import io.orderloom.kit.governor.AccountWatch;
import io.orderloom.kit.order.DueIndex;
import io.orderloom.kit.order.DueIndex.Entry;
import io.orderloom.kit.order.DueMarks;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.LogEntry;
import io.orderloom.kit.order.OneByOne;
import io.orderloom.kit.order.OrderStore;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.kit.queue.Outbox;
import io.orderloom.kit.queue.Outbox.Again;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the message again for whatever is due for too long, because its message may be lost.
 * Consumers recognize a repetition by its id. Facts whose order is missing for as long become an
 * exception. The sweep reads the index, and from the table only the orders that the index names.
 */
@ApplicationScoped
public class DueSweep {
    private static final Logger LOG = Logger.getLogger(DueSweep.class);

    /** Keys of one BatchGetItem at most (Amazon DynamoDB API Reference). */
    private static final int TOGETHER = 100;

    /** How many orders of each shard one sweep takes; the next sweep continues. */
    private static final int MOST = 2_500;

    /** Half of the function's time limit, so that work that has begun can end. */
    private static final Duration BUDGET = Duration.ofSeconds(15);

    private final DueIndex index;
    private final OrderStore store;
    private final Orders orders;
    private final Outbox outbox;
    private final AccountWatch erp;
    private final GroupThreads threads;
    private final InstantSource clock;
    private final Duration after;

    public DueSweep(
            DueIndex index,
            OrderStore store,
            Orders orders,
            Outbox outbox,
            AccountWatch erp,
            GroupThreads threads,
            InstantSource clock,
            @ConfigProperty(name = "orderloom.due-after", defaultValue = "30m") Duration after) {
        this.index = index;
        this.store = store;
        this.orders = orders;
        this.outbox = outbox;
        this.erp = erp;
        this.threads = threads;
        this.clock = clock;
        this.after = after;
    }

    /**
     * The result of a sweep.
     *
     * @param orders those for which something was sent again
     * @param counted those of them that are no test orders
     * @param oldest the longest time that something of a counted order is due
     * @param unreadable orders that are named in the log and left as they are
     */
    public record Found(int orders, int counted, Duration oldest, int unreadable) {
        static final Found NOTHING = new Found(0, 0, Duration.ZERO, 0);

        Found and(Found other) {
            return new Found(
                    orders + other.orders,
                    counted + other.counted,
                    oldest.compareTo(other.oldest) >= 0 ? oldest : other.oldest,
                    unreadable + other.unreadable);
        }
    }

    /** Goes through all shards in parallel. */
    public Found run() {
        var now = clock.instant();
        var working = erp.working();
        var shards =
                DueMarks.shards().stream()
                        .<Callable<Found>>map(
                                shard -> () -> new Sweeping(now, working).through(shard))
                        .toList();
        try {
            var found = Found.NOTHING;
            for (var shard : threads.runAll(shards)) {
                found = found.and(shard.get());
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while sweeping what is due", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the sweep of what is due failed", failed.getCause());
        }
    }

    /** The sweep of one shard. */
    private final class Sweeping {
        private final Instant now;
        private final AccountWatch.Working working;
        private final OneByOne oneByOne = new OneByOne();
        private Found found = Found.NOTHING;

        Sweeping(Instant now, AccountWatch.Working working) {
            this.now = now;
            this.working = working;
        }

        Found through(String shard) {
            var orders = index.before(shard, now.minus(after)).iterator();
            while (orders.hasNext()
                    && found.orders() < MOST
                    && clock.instant().isBefore(now.plus(BUDGET))) {
                sendAgain(index.read(next(orders), oneByOne));
            }
            return found.and(new Found(0, 0, Duration.ZERO, oneByOne.unreadable()));
        }

        private List<OrderId> next(Iterator<OrderId> orders) {
            var next = new ArrayList<OrderId>(TOGETHER);
            while (orders.hasNext() && next.size() < TOGETHER) {
                next.add(orders.next());
            }
            return next;
        }

        private void sendAgain(List<Entry> entries) {
            var messages = new ArrayList<Again>();
            var asked = new ArrayList<Entry>();
            for (var entry : entries) {
                var due = messages(entry);
                if (entry.order().state() instanceof Awaited expected
                        && DueWork.missing(expected)) {
                    missing(entry, expected);
                } else if (due.isEmpty()) {
                    healed(entry);
                } else if (due.stream().anyMatch(message -> maySend(entry, message))) {
                    asked.add(entry);
                    due.stream()
                            .filter(message -> maySend(entry, message))
                            .map(message -> new Again(message, entry.asked().toString()))
                            .forEach(messages::add);
                }
            }
            var refused = outbox.sendAgain(messages);
            asked.stream().filter(entry -> taken(entry, messages, refused)).forEach(this::asked);
        }

        /**
         * The exception names the order from then on, so the index need not. The order leaves the
         * index only after subscribers were notified, or the next sweep would find it again.
         */
        private void missing(Entry entry, Awaited order) {
            var correlationId = order.waiting().getFirst().provenance().correlationId();
            var waiting =
                    Uncovered.of(order).stream()
                            .map(Uncovered.Wait::path)
                            .collect(Collectors.joining(", "));
            var exception = Exceptions.missingOrder(order.id(), waiting, now, correlationId);
            var trail = new MessageContext(correlationId, Optional.empty(), Optional.empty());
            if (outbox.send(trail, orders.refused(order.id(), exception)).isEmpty()) {
                index.takeOff(entry);
            }
        }

        /** If the log can't be read, whatever the state shows to be due is still sent. */
        private List<Message> messages(Entry entry) {
            var order = entry.order().state();
            return oneByOne.read("what is to be told of order=" + order.id(), () -> due(entry))
                    .orElseGet(() -> DueWork.signals(order));
        }

        /** Messages for an ERP stay in the queue while it can't be called. */
        private boolean maySend(Entry entry, Message message) {
            return !callsErp(message) || working.books(entry.order().state());
        }

        private void asked(Entry entry) {
            LOG.warnf(
                    "order=%s due=since %s: its signals were sent again",
                    entry.order().state().id(), entry.since());
            index.askLater(entry, now, after);
            boolean counts = Marks.of(entry.order().state()).isEmpty();
            found =
                    found.and(
                            counts
                                    ? new Found(1, 1, Duration.between(entry.since(), now), 0)
                                    : new Found(1, 0, Duration.ZERO, 0));
        }
    }

    private static boolean taken(Entry entry, List<Again> messages, Set<String> refused) {
        return messages.stream()
                .map(Again::message)
                .filter(message -> message.orderId().equals(entry.order().state().id()))
                .noneMatch(message -> refused.contains(message.id()));
    }

    private static boolean callsErp(Message message) {
        return switch (message) {
            case Message.ForTask asking -> asking.task().target() == TaskKind.Target.ERP;
            case Message.ForStatus _ -> false;
        };
    }

    /** Handles entries that the index names although nothing is due by the state. */
    private void healed(Entry entry) {
        if (entry.events().isEmpty() && index.takeOff(entry)) {
            LOG.infof("order=%s due=nothing any more", entry.order().state().id());
        }
    }

    private List<Message> due(Entry entry) {
        return Stream.concat(
                        DueWork.signals(entry.order().state()).stream(),
                        events(entry).flatMap(event -> tellings(event, entry.events())))
                .toList();
    }

    /** The newest events are in the state's item; only older ones need a read of the log. */
    private Stream<LifecycleEvent> events(Entry entry) {
        if (entry.events().isEmpty()) {
            return Stream.empty();
        }
        var newest = entry.order().tail().map(Items::logEntry).map(LogEntry::changeSet);
        boolean enough =
                newest.filter(last ->
                                entry.events().stream()
                                        .allMatch(name ->
                                                DueWork.events(last).stream()
                                                        .anyMatch(event -> means(name, event))))
                        .isPresent();
        return (enough ? newest.stream() : log(entry)).flatMap(c -> DueWork.events(c).stream());
    }

    private Stream<ChangeSet> log(Entry entry) {
        return store.log(entry.order().state().id()).stream().map(LogEntry::changeSet);
    }

    private static Stream<Message> tellings(LifecycleEvent event, Set<String> names) {
        return names.stream()
                .filter(name -> means(name, event))
                .map(name ->
                        subscriber(name)
                                .<Message>map(one -> new DeliverEvent(event, one, 1))
                                .orElseGet(() -> new PublishEvent(event)));
    }

    private static boolean means(String name, LifecycleEvent event) {
        return subscriber(name)
                .map(one -> DueMarks.name(event, one))
                .orElseGet(() -> DueMarks.name(event))
                .equals(name);
    }

    private static Optional<String> subscriber(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(name.substring(slash + 1));
    }
}
