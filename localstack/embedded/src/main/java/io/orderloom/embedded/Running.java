package io.orderloom.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** The started parts, ended in reverse order; if one fails to end, the rest still end. */
final class Running implements AutoCloseable {
    private final Deque<Ending> endings = new ArrayDeque<>();

    /** Ends one part. */
    @FunctionalInterface
    interface Ending {
        void run() throws InterruptedException;
    }

    void add(Ending ending) {
        endings.push(ending);
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            try {
                endings.pop().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                System.getLogger(Running.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "a part of the stack did not end cleanly",
                                e);
            }
        }
    }
}
