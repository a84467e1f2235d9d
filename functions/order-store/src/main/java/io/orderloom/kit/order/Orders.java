package io.orderloom.kit.order;

import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.Marks;
import io.orderloom.core.Message;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.Restated;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.kit.order.ExceptionStore.Met;
import io.orderloom.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Ingests facts: load the order, decide, commit. The returned messages are to be sent. After a
 * crash between commit and send, ingesting the same fact again returns the same messages.
 */
@ApplicationScoped
public class Orders {
    private static final Logger LOG = Logger.getLogger(Orders.class);

    /**
     * How often a fact may lose the race for an order before its message is left to a later
     * delivery.
     */
    private static final int RACES = 20;

    private final OrderStore store;

    /** The origin of a fact. */
    private enum Source {
        /** Another system stated it, perhaps more than once. */
        TOLD,
        /** It is the result of a call that Orderloom has just made. */
        TRIED
    }

    Orders(OrderStore store) {
        this.store = store;
    }

    /**
     * Ingests a fact that may or may not have been ingested before.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     * @throws LogTampered if the order's log was changed by hand; that is an open exception then
     */
    public IngestResult ingest(Fact fact, PostingProfile profile) {
        // A placed order is new except for rare repetitions, and the commit detects those: no read
        // is needed.
        return decided(
                fact instanceof Fact.OrderPlaced
                        ? OrderStore.unheardOf(fact.orderId())
                        : store.find(fact.orderId(), fact.provenance().key()),
                fact,
                profile,
                Source.TOLD);
    }

    /**
     * Ingests a fact that most likely was ingested before: a read costs less than a commit that
     * fails.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    public IngestResult ingestAgain(Fact fact, PostingProfile profile) {
        return decided(
                store.find(fact.orderId(), fact.provenance().key()), fact, profile, Source.TOLD);
    }

    /**
     * Ingests the result of a call that Orderloom has made, into an order that was read just
     * before.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    public IngestResult ingest(LoadedOrder known, Fact fact, PostingProfile profile) {
        return decided(
                store.lookedFor(known, fact.provenance().key()), fact, profile, Source.TRIED);
    }

    private IngestResult decided(
            LoadedOrder known, Fact fact, PostingProfile profile, Source source) {
        var before = known;
        for (int race = 0; race < RACES; race++) {
            if (before.ingested().isPresent()) {
                return repeated(before, fact, before.ingested().get(), source);
            }
            switch (OrderCore.decide(before.state(), fact, profile)) {
                case Decision.Refuse(var exception) -> {
                    return refused(before, fact, exception);
                }
                case Decision.Apply(var changeSet) -> {
                    switch (store.append(before, fact, changeSet)) {
                        case Appended.Committed() -> {
                            return new IngestResult(
                                    IngestResult.As.NEW,
                                    follows(changeSet, Set.of()),
                                    erased(before) || Consequences.erased(changeSet));
                        }
                        case Appended.KnownAlready(var entry) -> {
                            return repeated(before, fact, entry, source);
                        }
                        case Appended.Tampered tampered -> {
                            var exception = tampered.exception(fact);
                            store.open(fact.orderId(), exception);
                            throw new LogTampered(exception);
                        }
                        case Appended.Overtaken() ->
                                before = store.find(fact.orderId(), fact.provenance().key());
                    }
                }
            }
        }
        throw new IllegalStateException(
                "the order of fact %s was changed by other processes at each of %d attempts; the message is tried again"
                        .formatted(fact.provenance().key(), RACES));
    }

    /**
     * Opens an exception for something that is not part of any order's log.
     *
     * @return the events about it for subscribers; none if it is settled
     */
    public List<Message> refused(OrderId order, OrderException exception) {
        return said(order, exception, store.open(order, exception));
    }

    private static List<Message> said(OrderId order, OrderException exception, Met met) {
        LOG.warnf(
                "%s: exception %s %s: %s",
                order, exception.type(), exception.path(), exception.detail());
        var now = met.now();
        return now.live()
                ? List.of(Consequences.told(order, now.what(), now.life().openings()))
                : List.of();
    }

    /**
     * Handles a fact that the core rejects. An order that was placed before, and now comes again
     * with amounts that don't add up, contradicts itself.
     */
    private IngestResult refused(LoadedOrder before, Fact fact, OrderException exception) {
        var known =
                fact instanceof Fact.OrderPlaced
                        ? store.find(fact.orderId(), fact.provenance().key())
                        : before;
        var restated = known.ingested().flatMap(entry -> restated(known, fact, entry));
        if (restated.isPresent()) {
            return restated.get();
        }
        boolean again =
                fact instanceof Fact.OrderPlaced && known.state() instanceof OrderState.Placed;
        var mark = Marks.of(known.state(), fact);
        return new IngestResult(
                IngestResult.As.REFUSED,
                refused(
                        fact.orderId(),
                        (again
                                        ? Exceptions.placedAgain(fact.provenance().key(), exception)
                                        : exception)
                                .marked(mark)),
                erased(known));
    }

    /**
     * The result for a document of an order that another statement of it has placed; empty if it
     * repeats that statement or contradicts it. There are no messages: the delivery that placed the
     * order sends those, if necessary again.
     */
    private Optional<IngestResult> restated(LoadedOrder known, Fact fact, LogEntry entry) {
        if (!(fact instanceof Fact.OrderPlaced again) || entry.agrees(fact)) {
            return Optional.empty();
        }
        var now = read(known, fact);
        if (!(now.state() instanceof OrderState.Placed order)) {
            return Optional.empty();
        }
        if (entry.isOfAnotherRevision(fact)) {
            return Optional.of(known(now, Restated.of(order, again)));
        }
        return Restated.paymentAlone(order, again).map(paid -> known(now, Optional.of(paid)));
    }

    /** The order as it is stored; a commit that finds its fact known has not read it. */
    private LoadedOrder read(LoadedOrder known, Fact fact) {
        return known.ingested().isPresent()
                ? known
                : store.find(fact.orderId(), fact.provenance().key());
    }

    private static IngestResult known(LoadedOrder order, Optional<Fact> news) {
        return new IngestResult(IngestResult.As.KNOWN, List.of(), erased(order), news);
    }

    /**
     * @param settled fingerprints of exceptions that later facts have settled: a late repetition
     *     does not open them
     */
    private List<Message> follows(ChangeSet changeSet, Set<String> settled) {
        Consequences.exceptions(changeSet).stream()
                .filter(e -> !settled.contains(e.fingerprint().text()))
                .forEach(e -> store.open(changeSet.orderId(), e));
        Consequences.resolutions(changeSet)
                .forEach(r ->
                        store.resolve(
                                changeSet.orderId(),
                                r.fingerprint(),
                                AuditEntry.ourselves(r.resolvedAt(), r.how())));
        return Consequences.of(changeSet);
    }

    private static boolean erased(LoadedOrder known) {
        return switch (known.state()) {
            case OrderState.Placed placed -> placed.erased();
            case OrderState.Awaited expected ->
                    expected.waiting().stream().anyMatch(ProcessFact.Erased.class::isInstance);
        };
    }

    private IngestResult repeated(LoadedOrder known, Fact fact, LogEntry entry, Source source) {
        var restated = restated(known, fact, entry);
        if (restated.isPresent()) {
            return restated.get();
        }
        var messages =
                Stream.concat(
                                follows(entry.changeSet(), Consequences.settled(known.state()))
                                        .stream(),
                                recurred(fact, entry, source).stream())
                        .toList();
        var mark = Marks.of(known.state(), fact);
        if (entry.agrees(fact)) {
            return new IngestResult(IngestResult.As.REPEATED, messages, erased(known));
        }
        var contradiction = Exceptions.contradiction(fact.provenance()).marked(mark);
        return new IngestResult(
                IngestResult.As.CONTRADICTED,
                Stream.concat(messages.stream(), refused(fact.orderId(), contradiction).stream())
                        .toList(),
                erased(known));
    }

    /**
     * The events about exceptions that this repetition shows to have occurred again. A channel that
     * repeats itself states the same time. A repeated call has its own time, which another host's
     * clock may put before the first.
     */
    private List<Message> recurred(Fact fact, LogEntry entry, Source source) {
        var occurredAt = fact.provenance().occurredAt();
        var before = entry.changeSet().occurredAt();
        boolean again =
                switch (source) {
                    case TOLD -> occurredAt.isAfter(before);
                    case TRIED -> !occurredAt.equals(before);
                };
        return again
                ? Consequences.exceptions(entry.changeSet()).stream()
                        .map(e -> e.raised(fact.provenance().recordedAt()))
                        .flatMap(e -> metAgain(fact.orderId(), e, source).stream())
                        .toList()
                : List.of();
    }

    private List<Message> metAgain(OrderId order, OrderException exception, Source source) {
        return said(
                order,
                exception,
                switch (source) {
                    case TOLD -> store.open(order, exception);
                    case TRIED -> store.openAnew(order, exception);
                });
    }

    /**
     * The messages that followed from facts of these kinds, oldest first, for a message that is
     * delivered again after its work was done.
     */
    public List<Message> again(OrderId order, Set<String> factKinds) {
        var log = store.log(order);
        var settled =
                log.stream()
                        .flatMap(e -> Consequences.resolutions(e.changeSet()).stream())
                        .map(Change.ExceptionResolved::fingerprint)
                        .collect(Collectors.toSet());
        return log.stream()
                .map(LogEntry::changeSet)
                .filter(changeSet -> factKinds.contains(changeSet.factKey().kind()))
                .flatMap(changeSet -> follows(changeSet, settled).stream())
                .toList();
    }

    /** Opens an exception without notifying subscribers. */
    public void open(OrderId order, OrderException exception) {
        store.open(order, exception);
    }
}
