package io.orderloom.normalize;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.ChannelAdapter.Translation;
import io.orderloom.channel.ChannelAdapter.Translation.Unreadable;
import io.orderloom.channel.ChannelSettings;
import io.orderloom.fault.Fault;
import io.orderloom.kit.order.InboundMessage;
import org.jboss.logging.Logger;

/** Lets an adapter translate a message into facts, and turns an exception of its into a result. */
final class Translations {
    private static final Logger LOG = Logger.getLogger(Translations.class);

    private Translations() {}

    /**
     * The last safeguard: a message that makes an adapter fail is reported and kept at once,
     * instead of being delivered again until its queue gives it up.
     */
    static Translation of(
            ChannelAdapter adapter, ChannelSettings settings, InboundMessage message) {
        try {
            return adapter.translate(settings, message.webhook(), message.correlationId());
        } catch (RuntimeException | StackOverflowError bug) {
            // The error's message is left out, because it may repeat what somebody sent.
            var where = Fault.Bug.of(bug).detail();
            LOG.errorf("delivery %s was not translated: %s", message.deliveryId(), where);
            return new Unreadable(
                    new Fault.Invalid("body", "nobody thought of what it says: " + where));
        }
    }
}
