package io.orderloom.kit.queue;

import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import java.time.Duration;
import java.util.Optional;

/** What a batch has to pass where its messages need something that is scarce. */
public interface Gate {

    /** Nothing is scarce. */
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
                public Permit open(int groups) {
                    throw new IllegalStateException("there is nothing to pass");
                }
            };

    /** Whether this message needs it; its whole group then passes the gate. */
    boolean guards(QueueRecord record);

    /** Who is served in turn: no channel has all the room while another one waits. */
    String channel(QueueRecord record);

    /**
     * Opens for one batch.
     *
     * @param groups that want to pass
     */
    Permit open(int groups);

    /** The way through for one batch. */
    interface Permit extends AutoCloseable {

        /** Groups that may be handled at once; 0 if none may. */
        int lanes();

        /** Asked right before each message: how long it has to wait, or empty if it may pass. */
        Optional<Duration> hold(QueueRecord record);

        @Override
        void close();
    }
}
