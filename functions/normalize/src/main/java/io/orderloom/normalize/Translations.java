package io.orderloom.normalize;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.ChannelAdapter.Translation;
import io.orderloom.channel.ChannelAdapter.Translation.Unreadable;
import io.orderloom.channel.ChannelSettings;
import io.orderloom.fault.Fault;
import io.orderloom.kit.order.InboundMessage;
import org.jboss.logging.Logger;

/** Asks an adapter for the facts, and takes a failure of its for an answer. */
final class Translations {
    private static final Logger LOG = Logger.getLogger(Translations.class);

    private Translations() {}

    /**
     * The last guard: what an adapter can't bear is heard of at once and kept, instead of coming
     * again until its queue gives it up.
     */
    static Translation of(
            ChannelAdapter adapter, ChannelSettings settings, InboundMessage message) {
        try {
            return adapter.translate(settings, message.webhook(), message.correlationId());
        } catch (RuntimeException | StackOverflowError bug) {
            // Without the message, which may repeat what somebody sent.
            var where = Fault.Bug.of(bug).detail();
            LOG.errorf("delivery %s was not translated: %s", message.deliveryId(), where);
            return new Unreadable(
                    new Fault.Invalid("body", "nobody thought of what it says: " + where));
        }
    }
}
