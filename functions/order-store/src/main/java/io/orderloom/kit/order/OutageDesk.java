package io.orderloom.kit.order;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.kit.order.ExceptionDesk.Outcome;
import java.util.List;
import java.util.Optional;

/** A person's actions on a subscriber's outage. */
final class OutageDesk {
    private final DeskRecord record;
    private final UntoldEvents events;
    private final MessageSender queues;

    OutageDesk(DeskRecord record, UntoldEvents events, MessageSender queues) {
        this.record = record;
        this.events = events;
        this.queues = queues;
    }

    Backlog backlog(Outage outage) {
        return Backlog.of(untold(outage));
    }

    /**
     * Sends the subscriber the events that it missed. The audit entry is written first, since the
     * exception stays open until the last event is delivered. The next event of each order is sent
     * here, and the sweep sends the others.
     */
    Outcome tell(ExceptionRecord kept, Live live, AuditEntry deed, Outage outage) {
        var untold = untold(outage);
        var next = Resumption.asked(untold);
        var outcome =
                record.saved(
                        kept,
                        live.assign(DeskRecord.noted(deed, "redriven: "), deed.by()),
                        Optional.of(
                                "of %d waiting events %d are sent to the queue status now, and the others follow in order; this is resolved when all are delivered"
                                        .formatted(untold.size(), next.size())));
        if (outcome instanceof Outcome.Done) {
            next.forEach(one -> {
                queues.send(one.again());
                events.sent(one, deed.at());
            });
        }
        return outcome;
    }

    /**
     * Gives the missed events up. The exception is resolved and not waived, so that the next outage
     * opens it again. Events that were kept after the list was read stay.
     */
    Outcome forgo(ExceptionRecord kept, Live live, AuditEntry deed, Outage outage) {
        var untold = untold(outage);
        var outcome =
                record.saved(
                        kept,
                        live.resolve(DeskRecord.noted(deed, "waived: ")),
                        Optional.of("%d events are dropped for good".formatted(untold.size())));
        if (outcome instanceof Outcome.Done) {
            untold.forEach(one -> events.told(one.message(), deed.at()));
        }
        return outcome;
    }

    private List<Untold> untold(Outage outage) {
        return events.listed(outage, Integer.MAX_VALUE, new OneByOne()).untold();
    }
}
