package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The result of handling one message. */
public sealed interface Handled {

    /** The message is acknowledged as soon as these messages are sent. */
    record Done(List<Message> messages) implements Handled {
        public Done {
            messages = List.copyOf(messages);
        }

        /** Returns these messages followed by the others. */
        public Done with(List<Message> others) {
            return new Done(Stream.concat(messages.stream(), others.stream()).toList());
        }
    }

    /** The message is to be delivered again, not before the delay is over. */
    record Postponed(Duration delay, String why) implements Handled {}
}
