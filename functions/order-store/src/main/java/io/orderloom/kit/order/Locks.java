package io.orderloom.kit.order;

import java.util.concurrent.locks.Lock;

/** Makes the locks with which threads that share a request wait for each other. */
public interface Locks {

    /** A new lock for these threads. */
    Lock lock();
}
