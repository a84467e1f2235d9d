package io.orderloom.kit.queue;

import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import java.time.Duration;
import java.util.Optional;

/**
 * A gate that a batch has to pass if its messages need something scarce, such as calls at an
 * account.
 */
public interface Gate {

    /** Lets everything through, for functions that need nothing scarce. */
    Gate OPEN =
            new Gate() {
                @Override
                public boolean guards(QueueRecord record) {
                    return false;
                }

                @Override
                public String channel(QueueRecord record) {
                    return "";
                }

                @Override
                public String account(QueueRecord record) {
                    return "";
                }

                @Override
                public Permit open(String account, int groups) {
                    throw new IllegalStateException("messages of this queue need no permit");
                }
            };

    /** Whether this message has to pass the gate; its whole group then does. */
    boolean guards(QueueRecord record);

    /**
     * The account whose gate it passes. Each account has one of its own, so that one that is closed
     * holds up no message for another.
     */
    String account(QueueRecord record);

    /** The channel to serve in turn, so that none takes all slots while another one waits. */
    String channel(QueueRecord record);

    /**
     * Opens an account's gate for one batch.
     *
     * @param groups how many groups want to pass
     */
    Permit open(String account, int groups);

    /** The permission for one batch to pass. */
    interface Permit extends AutoCloseable {

        /** How many groups may be handled at once; 0 if none may. */
        int lanes();

        /**
         * Called right before each message. Returns how long it has to wait, or empty if it may
         * pass.
         */
        Optional<Duration> hold(QueueRecord record);

        @Override
        void close();
    }
}
