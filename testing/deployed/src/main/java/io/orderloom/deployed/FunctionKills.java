package io.orderloom.deployed;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Kills the functions' processes, one at a time, while orders come in. */
final class FunctionKills implements AutoCloseable {
    /** Long enough that a JVM package starts between two kills, even on a busy machine. */
    private static final Duration BETWEEN = Duration.ofMillis(1_500);

    private final long emulator;
    private final SplittableRandom random;
    private final AtomicInteger kills = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    /**
     * @param emulator the process id of the emulator that starts the functions
     */
    FunctionKills(long emulator, SplittableRandom random) {
        this.emulator = emulator;
        this.random = random;
        this.thread = Thread.ofVirtual().start(this::kill);
    }

    int count() {
        return kills.get();
    }

    /** Waits until so many processes were killed. */
    void await(int wanted) {
        while (count() < wanted) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void kill() {
        while (!over) {
            var running = functions();
            if (!running.isEmpty()
                    && running.get(random.nextInt(running.size())).destroyForcibly()) {
                kills.incrementAndGet();
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** The children of the emulator, which starts no other processes. */
    private List<ProcessHandle> functions() {
        return ProcessHandle.of(emulator).stream().flatMap(ProcessHandle::children).toList();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
