package io.orderloom.maintenance.sweep;

import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.kit.governor.AccountWatch;
import io.orderloom.kit.order.DueIndex;
import io.orderloom.kit.order.DueIndex.Entry;
import io.orderloom.kit.order.DueMarks;
import io.orderloom.kit.order.OneByOne;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.kit.queue.Outbox;
import io.orderloom.kit.queue.Outbox.Again;
import io.orderloom.order.OrderId;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/**
 * Sends the message again for whatever is due for too long, because its message may be lost.
 * Consumers recognize a repetition by its id. An order of which nothing else is due is left to
 * {@link LateFacts}. The sweep reads the index, and from the table only the orders that the index
 * names.
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
    private final DueMessages messages;
    private final LateFacts late;
    private final Outbox outbox;
    private final AccountWatch erp;
    private final GroupThreads threads;
    private final InstantSource clock;
    private final Duration after;

    public DueSweep(
            DueIndex index,
            DueMessages messages,
            LateFacts late,
            Outbox outbox,
            AccountWatch erp,
            GroupThreads threads,
            InstantSource clock,
            SweepSettings settings) {
        this.index = index;
        this.messages = messages;
        this.late = late;
        this.outbox = outbox;
        this.erp = erp;
        this.threads = threads;
        this.clock = clock;
        this.after = settings.dueAfter();
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
            throw new IllegalStateException("interrupted while sweeping what is due", interrupted);
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
            var again = new ArrayList<Again>();
            var asked = new ArrayList<Entry>();
            for (var entry : entries) {
                var due = messages.of(entry, oneByOne);
                if (due.isEmpty()) {
                    late.settle(entry, now);
                } else if (due.stream().anyMatch(message -> maySend(entry, message))) {
                    asked.add(entry);
                    due.stream()
                            .filter(message -> maySend(entry, message))
                            .map(message -> new Again(message, entry.asked().toString()))
                            .forEach(again::add);
                }
            }
            var refused = outbox.sendAgain(again);
            asked.stream().filter(entry -> taken(entry, again, refused)).forEach(this::asked);
        }

        /** Messages for an ERP stay in the queue while it can't be called. */
        private boolean maySend(Entry entry, Message message) {
            return !callsErp(message) || working.books(entry.order().state());
        }

        private void asked(Entry entry) {
            LOG.warnf(
                    "order=%s due=since %s: its messages were sent again",
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
}
