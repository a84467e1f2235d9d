package io.orderloom.normalize;

import io.orderloom.fault.Fault;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.source.Source;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.Source.Translation.Unreadable;
import io.orderloom.source.SourceInstance;
import org.jboss.logging.Logger;

/**
 * Lets a source translate a message into facts, and turns an exception that it throws into a
 * result.
 */
final class Translations {
    private static final Logger LOG = Logger.getLogger(Translations.class);

    private Translations() {}

    /**
     * The last safeguard: a message that makes a source fail is reported and kept at once, instead
     * of being delivered again until its queue gives it up.
     */
    static Translation of(Source source, SourceInstance instance, InboundMessage message) {
        try {
            return source.translate(instance, message.received(), message.correlationId());
        } catch (RuntimeException | StackOverflowError bug) {
            // The error's message is left out, because it may repeat what somebody sent.
            var where = Fault.Bug.of(bug).detail();
            LOG.errorf("delivery %s: the connector failed on it: %s", message.deliveryId(), where);
            return new Unreadable(
                    new Fault.Invalid("body", "the connector failed on it: " + where));
        }
    }
}
