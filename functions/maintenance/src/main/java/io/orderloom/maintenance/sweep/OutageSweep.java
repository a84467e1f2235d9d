package io.orderloom.maintenance.sweep;

import io.orderloom.exception.AuditEntry;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.ExceptionStore;
import io.orderloom.kit.order.OneByOne;
import io.orderloom.kit.order.Outage;
import io.orderloom.kit.order.Resumption;
import io.orderloom.kit.order.TableName;
import io.orderloom.kit.order.Untold;
import io.orderloom.kit.order.UntoldEvents;
import io.orderloom.kit.queue.Outbox;
import io.orderloom.kit.queue.Outbox.Again;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tests with one event whether a subscriber that was away is back. If it is, the others are
 * delivered, and the exception is closed after the last one.
 */
@ApplicationScoped
public class OutageSweep {
    private static final Logger LOG = Logger.getLogger(OutageSweep.class);

    /** How many events one sweep reads: more orders than it sends, each with all its events. */
    private static final int READ = 5_000;

    /** Sent with one request, and recorded before the next one. */
    private static final int TOGETHER = 10;

    /** Three sweeps. A delivery longer ago says nothing about the present. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private final UntoldEvents events;
    private final ExceptionStore exceptions;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration pause;

    public OutageSweep(
            DynamoDbClient dynamo,
            TableName name,
            Outbox outbox,
            InstantSource clock,
            SweepSettings settings) {
        this.events = new UntoldEvents(dynamo, name.value());
        this.exceptions = new ExceptionStore(dynamo, name.value());
        this.outbox = outbox;
        this.clock = clock;
        this.pause = settings.dueAfter();
    }

    /**
     * @param kept any open exception
     * @param until when no further event is sent
     * @return whether it was an outage that is over, and resolved by this
     * @throws IllegalStateException if something of it can't be read; the rest was handled
     */
    public boolean settle(ExceptionRecord kept, Instant until) {
        return Outage.of(kept).filter(outage -> isOver(outage, until)).isPresent()
                // The exception was read before the events, so an event that was kept since has
                // changed its version.
                && exceptions.settle(
                        kept,
                        AuditEntry.ourselves(clock.instant(), "all its events were delivered"));
    }

    private boolean isOver(Outage outage, Instant until) {
        var oneByOne = new OneByOne();
        var listed = events.listed(outage, READ, oneByOne);
        if (!listed.untold().isEmpty()) {
            tell(outage, listed, until);
        }
        if (oneByOne.unreadable() > 0) {
            throw new IllegalStateException(
                    "%d events kept for %s can't be read; the lines above name them"
                            .formatted(oneByOne.unreadable(), outage.subscriber()));
        }
        return listed.untold().isEmpty() && listed.whole();
    }

    private void tell(Outage outage, UntoldEvents.Listed listed, Instant until) {
        var now = clock.instant();
        boolean answers =
                listed.lastTold().filter(told -> told.plus(LATELY).isAfter(now)).isPresent();
        var next = Resumption.next(listed.untold(), answers, now, pause);
        for (int from = 0;
                from < next.size() && clock.instant().isBefore(until);
                from += TOGETHER) {
            send(next.subList(from, Math.min(next.size(), from + TOGETHER)));
        }
        LOG.warnf(
                "%s has not got %d events yet%s; %d are sent again now",
                outage.subscriber(),
                listed.untold().size(),
                listed.whole() ? "" : " and more",
                next.size());
    }

    /** An event whose sending is not recorded is sent again. */
    private void send(List<Untold> some) {
        var refused =
                outbox.sendAgain(
                        some.stream().map(one -> new Again(one.again(), one.asking())).toList());
        some.stream()
                .filter(one -> !refused.contains(one.again().id()))
                .forEach(one -> events.sent(one, clock.instant()));
    }
}
