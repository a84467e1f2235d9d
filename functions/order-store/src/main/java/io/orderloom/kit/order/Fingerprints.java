package io.orderloom.kit.order;

import io.orderloom.topology.Queue;
import java.util.Optional;

/** What the names of exceptions have in common. */
public final class Fingerprints {
    /** A fact's key has four parts; what follows names the trouble with it. */
    private static final int OF_A_FACT = 6;

    private static final String DEAD_LETTER = "dead-letter";

    private Fingerprints() {}

    /**
     * What the fingerprints of all refusals of the same thing begin with: source, kind and id of
     * the fact, without the cause, which is its revision. Of any other exception, all of it.
     */
    static String ofOneKind(String fingerprint) {
        var parts = fingerprint.split("\\|", -1);
        return parts.length < OF_A_FACT
                ? fingerprint
                : String.join("|", parts[0], parts[1], parts[2]) + "|";
    }

    /** Of a message that was given up: the same message given up again is the same trouble. */
    public static String deadLetter(Queue queue, String message) {
        return String.join("|", DEAD_LETTER, queue.label(), message);
    }

    /** The queue that a dead letter was given up in; empty for any other exception. */
    static Optional<Queue> deadLetterQueue(String fingerprint) {
        var parts = fingerprint.split("\\|", 3);
        return parts.length == 3 && parts[0].equals(DEAD_LETTER)
                ? Optional.of(Letters.queue(parts[1]))
                : Optional.empty();
    }
}
