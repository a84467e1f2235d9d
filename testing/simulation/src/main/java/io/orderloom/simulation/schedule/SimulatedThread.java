package io.orderloom.simulation.schedule;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Code that runs when it is its turn and keeps the turn until it waits or ends. */
public final class SimulatedThread {
    private final Scheduler scheduler;
    private final Thread thread;
    private volatile boolean turn;
    private volatile @Nullable String endedBy;
    private volatile @Nullable Throwable failure;
    private volatile boolean over;
    private boolean started;
    private long ticket;

    SimulatedThread(Scheduler scheduler, String name, Runnable body) {
        this.scheduler = scheduler;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
    }

    /** It runs no further: what it waits in throws, at once. */
    public void end(String how) {
        if (over || endedBy != null) {
            return;
        }
        endedBy = how;
        if (scheduler.ifRunning().filter(this::equals).isEmpty()) {
            scheduler.wake(this, Duration.ZERO);
        }
    }

    public boolean isOver() {
        return over;
    }

    /**
     * @throws StrandEnded if it is to run no further
     */
    void check() {
        var how = endedBy;
        if (how != null) {
            throw new StrandEnded(how);
        }
    }

    /** Changes with every turn, so that a wake-up meant for an earlier wait is none for this. */
    long ticket() {
        return ticket;
    }

    boolean hasTurn() {
        return turn;
    }

    /** By the scheduler: gives the turn and waits for its return. */
    void resume() {
        ticket++;
        if (over) {
            return;
        }
        turn = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        scheduler.awaitTurn(this);
    }

    /** By the strand: gives the turn back and waits for the next. */
    void release() {
        check();
        turn = false;
        scheduler.giveBack();
        while (!turn) {
            LockSupport.park(this);
        }
        check();
    }

    /** What the strand threw is the scheduler's caller's to see: a mistake of the simulation. */
    void rethrow() {
        var thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException(thread.getName() + " failed", thrown);
        }
    }

    private void run(Runnable body) {
        try {
            check();
            body.run();
        } catch (StrandEnded _) {
            // It ends here.
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            over = true;
            turn = false;
            scheduler.giveBack();
        }
    }
}
