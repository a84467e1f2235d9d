package io.orderloom.simulation.schedule;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that runs when it has the turn and keeps the turn until it waits or ends. */
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

    /** Ends the thread: the wait that it is in throws at once. */
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
     * @throws StrandEnded if the thread was ended
     */
    void check() {
        var how = endedBy;
        if (how != null) {
            throw new StrandEnded(how);
        }
    }

    /**
     * Changes with every turn, so that a wake-up for an earlier wait has no effect on a later one.
     */
    long ticket() {
        return ticket;
    }

    boolean hasTurn() {
        return turn;
    }

    /** Called by the scheduler: gives the turn to this thread and waits for its return. */
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

    /** Called by the thread itself: gives the turn back and waits for the next one. */
    void release() {
        check();
        turn = false;
        scheduler.giveBack();
        while (!turn) {
            LockSupport.park(this);
        }
        check();
    }

    /** Throws what the thread threw to the scheduler's caller, as it is a bug of the simulation. */
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
            // The error goes no further, since the thread ends here.
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            over = true;
            turn = false;
            scheduler.giveBack();
        }
    }
}
