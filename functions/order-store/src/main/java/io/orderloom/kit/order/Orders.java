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
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.kit.order.ExceptionStore.Met;
import io.orderloom.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Absorbs facts: load, decide, commit. What it returns is to be sent; after a crash between commit
 * and send, absorbing the same fact again returns the same messages.
 */
@ApplicationScoped
public class Orders {
    private static final Logger LOG = Logger.getLogger(Orders.class);

    /** Races for one order before the message is left to a later delivery. */
    private static final int RACES = 20;

    private final OrderStore store;

    /** How a fact came about. */
    private enum Source {
        /** Somebody said so, perhaps more than once. */
        TOLD,
        /** It is what an attempt of ours met just now. */
        TRIED
    }

    Orders(OrderStore store) {
        this.store = store;
    }

    /**
     * Absorbs a fact of which it is not known whether it came before.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     * @throws LogTampered if somebody changed the order's log; that is an open exception then
     */
    public IngestResult ingest(Fact fact, PostingProfile profile) {
        // A placed order is new but for rare repetitions, and the commit finds those: no read.
        return decided(
                fact instanceof Fact.OrderPlaced
                        ? OrderStore.unheardOf(fact.orderId())
                        : store.find(fact.orderId(), fact.provenance().key()),
                fact,
                profile,
                Source.TOLD);
    }

    /**
     * Absorbs a fact that most likely came before: a look costs less than a commit that fails.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    public IngestResult ingestAgain(Fact fact, PostingProfile profile) {
        return decided(
                store.find(fact.orderId(), fact.provenance().key()), fact, profile, Source.TOLD);
    }

    /**
     * Absorbs what an attempt of ours came to, into an order that was read just before.
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
            if (before.absorbed().isPresent()) {
                return repeated(before, fact, before.absorbed().get(), source);
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
                "%s was overtaken %d times".formatted(fact.provenance().key(), RACES));
    }

    /**
     * Opens an exception for something that is no part of any order's log.
     *
     * @return what subscribers are to be told: nothing of one that is settled
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

    /** An order that was placed and comes again as one that does not add up contradicts itself. */
    private IngestResult refused(LoadedOrder before, Fact fact, OrderException exception) {
        var known =
                fact instanceof Fact.OrderPlaced
                        ? store.find(fact.orderId(), fact.provenance().key())
                        : before;
        if (known.absorbed().filter(entry -> entry.isOfAnotherRevision(fact)).isPresent()) {
            return known(known);
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

    /** Nothing is sent: the delivery that placed the order sends what follows, be it again. */
    private static IngestResult known(LoadedOrder order) {
        return new IngestResult(IngestResult.As.KNOWN, List.of(), erased(order));
    }

    /**
     * @param settled fingerprints of what later facts are known to have settled: a late repetition
     *     does not open it
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
        if (entry.isOfAnotherRevision(fact)) {
            return known(known);
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
     * What was met anew. A channel that repeats itself states the same time; an attempt that is
     * made again fails at a time of its own, which another host's clock may put before the first.
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
     * The messages that facts of these kinds brought about, oldest first, for a message that comes
     * again after its work was done.
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

    /** Opens an exception without telling anybody. */
    public void open(OrderId order, OrderException exception) {
        store.open(order, exception);
    }
}
