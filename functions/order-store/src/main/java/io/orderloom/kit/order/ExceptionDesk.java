package io.orderloom.kit.order;

import io.orderloom.core.Consequences;
import io.orderloom.core.RetryRequest;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.exception.OrderException.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person's actions on an exception. A message that repeats work is sent before the exception is
 * closed, so that none is closed without it. An exception that occurred again meanwhile is not
 * closed.
 */
public final class ExceptionDesk {
    private final ExceptionStore exceptions;
    private final DeadLetterStore letters;
    private final DeskRecord record;
    private final OutageDesk outages;
    private final MessageSender queues;

    public ExceptionDesk(
            ExceptionStore exceptions,
            DeadLetterStore letters,
            UntoldEvents untold,
            MessageSender queues) {
        this.exceptions = exceptions;
        this.letters = letters;
        this.record = new DeskRecord(exceptions);
        this.outages = new OutageDesk(record, untold, queues);
        this.queues = queues;
    }

    /** The result of a person's action. */
    public sealed interface Outcome {

        /**
         * @param followed a description of what was sent because of it
         */
        record Done(ExceptionRecord now, Optional<String> followed) implements Outcome {}

        /** The exception was settled before. */
        record SettledBefore(ExceptionRecord now) implements Outcome {}

        /**
         * The exception occurred again or was changed meanwhile and is left as it is; the person
         * has to look at it again.
         */
        record Overtaken() implements Outcome {}

        /**
         * There is nothing to redrive: the exception is about no message, or the message has
         * expired.
         */
        record NoLetter() implements Outcome {}
    }

    /** All open exceptions, oldest first. */
    public List<ExceptionRecord> open() {
        return exceptions.open().stream()
                .sorted(Comparator.comparing(kept -> kept.value().what().raisedAt()))
                .toList();
    }

    /** Whether the exception's message is there to be redriven. */
    public boolean hasLetter(ExceptionRecord kept) {
        return letters.find(kept).isPresent();
    }

    /** The events that a subscriber was not notified of, if the exception is about that. */
    public Optional<Backlog> backlog(ExceptionRecord kept) {
        return Outage.of(kept).map(outages::backlog);
    }

    public Outcome assign(ExceptionRecord kept, AuditEntry deed, String to) {
        return kept.value().life() instanceof Live live
                ? record.saved(kept, live.assign(deed, to), Optional.empty())
                : new Outcome.SettledBefore(kept);
    }

    /**
     * Closes an exception and accepts the situation as it is. After an outage, the subscriber is
     * never notified of the events that it missed, but its next outage opens the exception again.
     */
    public Outcome waive(ExceptionRecord kept, AuditEntry deed) {
        if (!(kept.value().life() instanceof Live live)) {
            return new Outcome.SettledBefore(kept);
        }
        return Outage.of(kept)
                .map(outage -> outages.forgo(kept, live, deed, outage))
                .orElseGet(() -> closed(kept, live.waive(deed), deed, Optional.empty()));
    }

    /** Closes an exception whose cause is gone and requests again the work that it prevented. */
    public Outcome resolve(ExceptionRecord kept, AuditEntry deed) {
        if (!(kept.value().life() instanceof Live live)) {
            return new Outcome.SettledBefore(kept);
        }
        var outage = Outage.of(kept);
        if (outage.isPresent()) {
            return outages.tell(kept, live, deed, outage.get());
        }
        var again = kept.order().flatMap(order -> RetryRequest.by(kept.value(), order));
        again.ifPresent(queues::send);
        return closed(
                kept,
                live.resolve(deed),
                deed,
                again.map(message -> message.id() + " was asked for"));
    }

    /** Sends the exception's message to the queue that gave it up. */
    public Outcome redrive(ExceptionRecord kept, AuditEntry deed) {
        if (!(kept.value().life() instanceof Live live)) {
            return new Outcome.SettledBefore(kept);
        }
        var outage = Outage.of(kept);
        if (outage.isPresent()) {
            return outages.tell(kept, live, deed, outage.get());
        }
        var letter = letters.find(kept);
        if (letter.isEmpty()) {
            return new Outcome.NoLetter();
        }
        var queue = DeadLetterStore.queue(letter.get().queue());
        queues.sendAgain(
                queue,
                letter.get().body(),
                letter.get().attributes(),
                letter.get().group(),
                "redrive-" + letter.get().messageId());
        return closed(
                kept,
                live.resolve(DeskRecord.noted(deed, "redriven: ")),
                deed,
                Optional.of("its message was sent to " + queue.label()));
    }

    private Outcome closed(
            ExceptionRecord kept, ExceptionLife after, AuditEntry deed, Optional<String> followed) {
        var outcome = record.saved(kept, after, followed);
        if (outcome instanceof Outcome.Done && kept.value().what().type() != Type.SUBSCRIBER) {
            kept.order()
                    .map(order ->
                            Consequences.settled(
                                    order,
                                    kept.value().what(),
                                    kept.value().life().openings(),
                                    deed.why(),
                                    deed.at()))
                    .ifPresent(queues::send);
        }
        return outcome;
    }
}
