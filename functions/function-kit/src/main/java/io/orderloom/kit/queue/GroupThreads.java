package io.orderloom.kit.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** How the groups of a batch run beside each other, and wait for each other where they share. */
@ApplicationScoped
public class GroupThreads {
    /**
     * One for each group that a batch can have. Not virtual ones: for so few that wait for the
     * network, parking, polling and time-outs of virtual threads cost a tenth of an order's CPU.
     */
    private static final int THREADS = 10;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("group-", 0).factory());

    /** Returns when all have ended. */
    public <T> List<Future<T>> runAll(List<Callable<T>> tasks) throws InterruptedException {
        return threads.invokeAll(tasks);
    }

    /** A new lock between them. */
    public Lock lock() {
        return new ReentrantLock();
    }
}
