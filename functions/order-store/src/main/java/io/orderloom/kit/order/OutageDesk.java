package io.orderloom.kit.order;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife.Live;
import io.orderloom.kit.order.ExceptionDesk.Outcome;
import java.util.List;
import java.util.Optional;

/** What a person can do about a subscriber that was away. */
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
     * Tells it all that it was not told. On record first, since the exception stays open until it
     * was told the last; of each order the next event, and the sweep sees to the others.
     */
    Outcome tell(ExceptionRecord kept, Live live, AuditEntry deed, Outage outage) {
        var untold = untold(outage);
        var next = Resumption.asked(untold);
        var outcome =
                record.saved(
                        kept,
                        live.assign(DeskRecord.noted(deed, "redriven: "), deed.by()),
                        Optional.of(
                                "of %d untold events %d are sent to status now, and the others follow in order; it is resolved when all are told"
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
     * Resolved and not waived: its next outage is news. What was kept since it was listed stays.
     */
    Outcome forgo(ExceptionRecord kept, Live live, AuditEntry deed, Outage outage) {
        var untold = untold(outage);
        var outcome =
                record.saved(
                        kept,
                        live.resolve(DeskRecord.noted(deed, "waived: ")),
                        Optional.of("%d events are never told".formatted(untold.size())));
        if (outcome instanceof Outcome.Done) {
            untold.forEach(one -> events.told(one.message(), deed.at()));
        }
        return outcome;
    }

    private List<Untold> untold(Outage outage) {
        return events.listed(outage, Integer.MAX_VALUE, new OneByOne()).untold();
    }
}
