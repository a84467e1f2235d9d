package io.orderloom.source;

import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A source that has to be asked: a list by time of change, a queue, a folder of files. Its pages
 * overlap, and so also find webhooks that were lost.
 */
public interface PollingSource extends Source {

    /**
     * Asks for what is new since a cursor. The same cursor may be asked again, and then gives the
     * same payloads at least.
     *
     * @param cursor that an earlier page gave; empty at the first time
     */
    PollAnswer poll(SourceInstance instance, Optional<String> cursor);

    /**
     * Acknowledges a page, after all of its payloads were ingested; only then may the system forget
     * them. It may be called again for the same page. Most sources need no acknowledgement.
     */
    default void settle(SourceInstance instance, Page page) {}

    /** The system's answer when it was asked. */
    sealed interface PollAnswer permits Page, Failed {}

    /**
     * @param payloads each under an id that tells it from any other and can be part of a key
     * @param cursor the place from which to ask next; kept only after the page was ingested
     * @param askAgainAfter how long to wait; zero if there is more already
     */
    record Page(List<Polled> payloads, String cursor, Duration askAgainAfter)
            implements PollAnswer {
        public Page {
            payloads = List.copyOf(payloads);
        }
    }

    /**
     * @param deliveryId the same each time that the same payload is given
     */
    record Polled(String deliveryId, Payload payload) {}

    record Failed(Fault fault) implements PollAnswer {}
}
