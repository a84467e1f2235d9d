package io.orderloom.exception;

import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.FactKey;
import io.orderloom.order.OrderId;
import java.util.Optional;

/**
 * The identity of the trouble that an exception names: the same for the same trouble, however often
 * it occurs. Only its text is stored, sent and shown, so the text of a kind never changes; {@link
 * StoredFingerprint} reads it back.
 */
public sealed interface Fingerprint {

    String text();

    /**
     * Reads a stored text with the type and path that are stored beside it; the text alone could be
     * of two kinds.
     */
    static Fingerprint of(Type type, String path, String text) {
        return StoredFingerprint.read(type, path, text);
    }

    /** Reads the text of a fact's trouble, which contains its type and path. */
    static Fingerprint ofFact(String text) {
        return StoredFingerprint.readOfFact(text);
    }

    /** The fact that the trouble is with; empty where it is with something else. */
    default Optional<FactKey> fact() {
        return switch (this) {
            case OfFact(var key, _, _) -> Optional.of(key);
            case OfPlacedAgain(var key, _, _) -> Optional.of(key);
            case OfContradiction(var key) -> Optional.of(key);
            case OfBookedTwice _,
                    OfTask _,
                    OfMissingOrder _,
                    OfUncovered _,
                    OfPayload _,
                    OfDeadLetter _,
                    OfUntoldEvent _,
                    OfOutage _,
                    OfCredentials _,
                    OfCardNumber _,
                    OfTamperedLog _,
                    OfUnknownForm _ ->
                    Optional.empty();
        };
    }

    /** A fact that does not fit, or that states that another system refused. */
    record OfFact(FactKey key, Type type, String path) implements Fingerprint {
        @Override
        public String text() {
            return key + "|" + type + "|" + path;
        }
    }

    /**
     * An order that was placed before and comes again as one that can't be placed.
     *
     * @param refused the type of trouble that it would be if the order were new
     */
    record OfPlacedAgain(FactKey key, Type refused, String path) implements Fingerprint {
        @Override
        public String text() {
            return new OfFact(key, refused, path).text() + "|" + Type.CONFLICT;
        }
    }

    /** A fact that came twice with different content. */
    record OfContradiction(FactKey key) implements Fingerprint {
        @Override
        public String text() {
            return key + "|" + Type.CONFLICT;
        }
    }

    /** An order that more than one document of the ERP books. */
    record OfBookedTwice(OrderId order) implements Fingerprint {
        static final String PATH = "erp.documents";

        @Override
        public String text() {
            return order + "|" + Type.CONFLICT + "|" + PATH;
        }
    }

    /**
     * A task that only a person can do.
     *
     * @param task its label
     */
    record OfTask(OrderId order, String task) implements Fingerprint {
        static final String NAME = "task";

        @Override
        public String text() {
            return order + "|" + NAME + "|" + task;
        }
    }

    /** An order of which facts were stated, but which did not come itself. */
    record OfMissingOrder(OrderId order) implements Fingerprint {
        static final String NAME = "missing";
        static final String PATH = "order";

        @Override
        public String text() {
            return order + "|" + NAME + "|" + PATH;
        }
    }

    /** An order that was placed, and of which facts state more than other facts cover. */
    record OfUncovered(OrderId order) implements Fingerprint {
        static final String NAME = "uncovered";
        static final String PATH = "facts";

        @Override
        public String text() {
            return order + "|" + NAME + "|" + PATH;
        }
    }

    /** A payload that no adapter can read. */
    record OfPayload(String delivery, String path) implements Fingerprint {
        @Override
        public String text() {
            return delivery + "|" + Type.PAYLOAD + "|" + path;
        }
    }

    /**
     * A message that was given up; the same message given up again is the same trouble.
     *
     * @param queue its label
     * @param message its id, or a substitute for it in a message that can't be read
     */
    record OfDeadLetter(String queue, String message) implements Fingerprint {
        static final String NAME = "dead-letter";

        @Override
        public String text() {
            return NAME + "|" + queue + "|" + message;
        }
    }

    /**
     * An event that a subscriber refused.
     *
     * @param event its id, which may hold the key of a fact whose own trouble is over
     */
    record OfUntoldEvent(String event, String subscriber) implements Fingerprint {
        static final String NAME = "untold";

        @Override
        public String text() {
            return event + "|" + NAME + "|" + subscriber;
        }
    }

    /** A subscriber that accepts no events. */
    record OfOutage(String subscriber) implements Fingerprint {
        @Override
        public String text() {
            return "subscriber|" + subscriber + "|outage";
        }
    }

    /**
     * An account that does not accept our credentials.
     *
     * @param system for example {@code odoo} or {@code shopify/demo-shop}
     */
    record OfCredentials(String system) implements Fingerprint {
        static final String PATH = "account.credentials";
        static final String BEGINNING = "account|";
        static final String END = "|credentials";

        @Override
        public String text() {
            return BEGINNING + system + END;
        }
    }

    /** A shop that sent the number of a payment card. */
    record OfCardNumber(String channelInstance) implements Fingerprint {
        static final String NAME = "card-number";

        @Override
        public String text() {
            return NAME + "|" + channelInstance;
        }
    }

    /**
     * An order's log that somebody changed.
     *
     * @param entry the version of the entry that was changed, or the key of its item
     */
    record OfTamperedLog(String entry) implements Fingerprint {
        static final String NAME = "log-tampered";

        @Override
        public String text() {
            return NAME + "|" + entry;
        }
    }

    /** A stored text that this version did not write. It is shown, but nothing is decided by it. */
    record OfUnknownForm(String text) implements Fingerprint {}
}
