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
 * What a person can do about an exception. What follows of it is sent first and the exception is
 * closed after that, unless it was met meanwhile: nothing is closed of which nobody was told.
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

    /** What became of what a person wanted. */
    public sealed interface Outcome {

        /**
         * @param followed what was sent because of it, in words
         */
        record Done(ExceptionRecord now, Optional<String> followed) implements Outcome {}

        /** It is settled already. */
        record SettledBefore(ExceptionRecord now) implements Outcome {}

        /** It was met or changed meanwhile, and is as it was: look again. */
        record Overtaken() implements Outcome {}

        /** There is nothing to redrive: it is about no message, or the message has expired. */
        record NoLetter() implements Outcome {}
    }

    /** All open ones, the oldest first. */
    public List<ExceptionRecord> open() {
        return exceptions.open().stream()
                .sorted(Comparator.comparing(kept -> kept.value().what().raisedAt()))
                .toList();
    }

    /** Whether its message is there to be redriven. */
    public boolean hasLetter(ExceptionRecord kept) {
        return letters.find(kept).isPresent();
    }

    /** The events that a subscriber was not told, if that is what it is about. */
    public Optional<Backlog> backlog(ExceptionRecord kept) {
        return Outage.of(kept).map(outages::backlog);
    }

    public Outcome assign(ExceptionRecord kept, AuditEntry deed, String to) {
        return kept.value().life() instanceof Live live
                ? record.saved(kept, live.assign(deed, to), Optional.empty())
                : new Outcome.SettledBefore(kept);
    }

    /**
     * It is taken as it is. A subscriber's next outage is news in any case; what it was not told in
     * this one it is never told.
     */
    public Outcome waive(ExceptionRecord kept, AuditEntry deed) {
        if (!(kept.value().life() instanceof Live live)) {
            return new Outcome.SettledBefore(kept);
        }
        return Outage.of(kept)
                .map(outage -> outages.forgo(kept, live, deed, outage))
                .orElseGet(() -> closed(kept, live.waive(deed), deed, Optional.empty()));
    }

    /** Its cause is gone: what it kept from happening is asked for again. */
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

    /** Its message is sent to the queue that gave it up. */
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
