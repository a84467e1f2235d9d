package io.orderloom.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.subscriber.ReceivedEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** All orders of one phase, updated by the sender, by answers and by the subscriber. */
final class Passages {
    private static final String ACCEPTED = "io.orderloom.order.accepted.v1";
    private static final String POSTED = "io.orderloom.order.posted.v1";
    private static final String SUBJECT = EmbeddedStack.DEMO_SHOP + ":";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, Passage> passages = new LinkedHashMap<>();
    private int over;

    /** The number of orders that were sent, and of those that are over. */
    record Progress(int sent, int over) {
        int open() {
            return sent - over;
        }
    }

    void due(SampleOrder order, long at) {
        lock.lock();
        try {
            passages.put(order.id(), Passage.of(order, at));
        } finally {
            lock.unlock();
        }
    }

    void answered(SampleOrder order, int status, long at) {
        change(order.id(), passage -> passage.answered(status, at));
    }

    /** Records an event. Events about orders of other phases are ignored. */
    void heard(ReceivedEvent event, long at) {
        if (!event.subject().startsWith(SUBJECT)) {
            return;
        }
        var id = Long.parseLong(event.subject().substring(SUBJECT.length()));
        switch (event.type()) {
            case ACCEPTED -> change(id, Passage::hearAccepted);
            case POSTED -> change(id, passage -> passage.hearPosted(at));
            default -> {}
        }
    }

    Progress progress() {
        lock.lock();
        try {
            return new Progress(passages.size(), over);
        } finally {
            lock.unlock();
        }
    }

    List<Passage> all() {
        lock.lock();
        try {
            return List.copyOf(passages.values());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all orders are over, and returns whether they were in time. */
    boolean awaitOver(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (over < passages.size()) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                var _ = changed.await(left, TimeUnit.NANOSECONDS);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void change(long id, UnaryOperator<Passage> change) {
        lock.lock();
        try {
            var before = passages.get(id);
            if (before == null) {
                return;
            }
            var after = change.apply(before);
            passages.put(id, after);
            if (after.over() && !before.over()) {
                over++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
