package io.orderloom.normalize;

import io.orderloom.fault.Fault;
import io.orderloom.kit.order.InboundMessage;
import io.orderloom.reference.Reference;
import io.orderloom.reference.ReferenceKey;
import io.orderloom.reference.References;
import io.orderloom.source.Source;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.Source.Translation.Unreadable;
import io.orderloom.source.SourceInstance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    static Translation of(
            Source source, SourceInstance instance, References stored, InboundMessage message) {
        var references = new WatchedReferences(stored);
        var translation = translation(source, instance, references, message);
        // A table that can't be read is no fault of the payload, which is tried again later.
        references.failure.ifPresent(failure -> {
            throw failure;
        });
        return translation;
    }

    private static Translation translation(
            Source source, SourceInstance instance, References references, InboundMessage message) {
        try {
            return source.translate(
                    instance, message.received(), references, message.correlationId());
        } catch (RuntimeException | StackOverflowError bug) {
            // The error's message is left out, because it may repeat what somebody sent.
            var where = Fault.Bug.of(bug).detail();
            LOG.errorf("delivery %s: the connector failed on it: %s", message.deliveryId(), where);
            return new Unreadable(
                    new Fault.Invalid("body", "the connector failed on it: " + where));
        }
    }

    /** Remembers that the references could not be read, although a source may catch everything. */
    private static final class WatchedReferences implements References {
        private final References stored;
        private Optional<RuntimeException> failure = Optional.empty();

        WatchedReferences(References stored) {
            this.stored = stored;
        }

        @Override
        public Map<ReferenceKey, Reference> find(Set<ReferenceKey> keys) {
            try {
                return stored.find(keys);
            } catch (RuntimeException unreachable) {
                failure = Optional.of(unreachable);
                throw unreachable;
            }
        }
    }
}
