package io.orderloom.kit.order;

import java.util.concurrent.locks.Lock;

/** Makes the locks by which threads that share a request wait for each other. */
public interface Locks {

    /** A new lock between them. */
    Lock lock();
}
