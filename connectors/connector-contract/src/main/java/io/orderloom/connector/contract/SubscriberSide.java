package io.orderloom.connector.contract;

import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.time.Duration;
import java.util.List;

/** A subscriber's own side, real and in the test's hands. */
public interface SubscriberSide extends AutoCloseable {
    /** The wait that it requests while it is busy. */
    Duration ASKED_WAIT = Duration.ofSeconds(20);

    /** Decides what it does with events from now on. */
    enum Habit {
        TAKES,
        /** Says no to this event for good. */
        REFUSES,
        /** Takes nothing for {@link #ASKED_WAIT}, and says so. */
        IS_BUSY,
        /** Is out of order, and says so. */
        FAILS,
        /** Takes the event, and its answer is lost on the way. */
        LOSES_ITS_ANSWER,
        /** Takes the event and never answers. */
        HANGS
    }

    void will(Habit habit);

    /** The settings by which the connector reaches it. */
    Subscriber subscriber(String name, EventVersion events);

    /** Settings by which no connector could reach it. */
    Subscriber unusable(String name);

    /** Texts in these settings that nobody may read in a log. */
    List<String> confidential();

    /** The ids of the events that it received, by which it recognizes repetitions. */
    List<String> ids();

    /** All that it received, as text. */
    List<String> bodies();

    @Override
    void close();
}
