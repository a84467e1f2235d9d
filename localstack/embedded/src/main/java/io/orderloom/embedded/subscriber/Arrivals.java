package io.orderloom.embedded.subscriber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The events that have arrived, and a way to wait for more. */
final class Arrivals {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<ReceivedEvent> events = new ArrayList<>();

    void add(ReceivedEvent event) {
        lock.lock();
        try {
            events.add(event);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<ReceivedEvent> all() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    boolean await(Predicate<List<ReceivedEvent>> predicate, Duration patience)
            throws InterruptedException {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (!predicate.test(List.copyOf(events))) {
                if (left <= 0) {
                    return false;
                }
                left = more.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
