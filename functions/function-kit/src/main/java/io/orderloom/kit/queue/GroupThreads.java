package io.orderloom.kit.queue;

import io.orderloom.kit.order.Locks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the groups of a batch in parallel and lets them wait for each other where they share a
 * request; and runs the calls of one message in parallel.
 */
@ApplicationScoped
public class GroupThreads implements Locks {
    /**
     * One thread for each group that a batch can have. They are not virtual: with so few that wait
     * for the network, parking, polling and time-outs of virtual threads cost a tenth of an order's
     * CPU.
     */
    private static final int THREADS = 10;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("group-", 0).factory());

    /**
     * For calls that may be interrupted. The threads are virtual: when one is interrupted, the JDK
     * closes the socket that it waits for (Java API Specification, {@code java.net.Socket}), so
     * that even an answer of a byte a second ends in time. No call waits for another one's end, as
     * it would in a pool of ten.
     */
    private final ExecutorService calls =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());

    /** Returns when all have ended. */
    public <T> List<Future<T>> runAll(List<Callable<T>> tasks) throws InterruptedException {
        return threads.invokeAll(tasks);
    }

    /**
     * Returns when all have ended or the time is up. Those that have not ended by then are
     * interrupted and are returned as cancelled.
     */
    public <T> List<Future<T>> runAll(List<Callable<T>> tasks, Duration within)
            throws InterruptedException {
        return calls.invokeAll(tasks, within.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Lock lock() {
        return new ReentrantLock();
    }
}
