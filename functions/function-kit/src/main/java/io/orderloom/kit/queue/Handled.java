package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What became of one message. */
public sealed interface Handled {

    /** Acknowledge it as soon as these are sent. */
    record Done(List<Message> messages) implements Handled {
        public Done {
            messages = List.copyOf(messages);
        }

        /** These first, then the others. */
        public Done with(List<Message> others) {
            return new Done(Stream.concat(messages.stream(), others.stream()).toList());
        }
    }

    /** Hand it out again, not before the delay. */
    record Postponed(Duration delay, String why) implements Handled {}
}
