package io.orderloom.kit.order;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.Message;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import io.orderloom.core.PostingProfile;
import io.orderloom.fact.Fact;
import io.orderloom.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    Orders(OrderStore store) {
        this.store = store;
    }

    /**
     * Absorbs a fact of which it is not known whether it came before.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    public Absorbed absorb(Fact fact, PostingProfile profile) {
        // A placed order is new but for rare repetitions, and the commit finds those: no read.
        return absorb(
                fact instanceof Fact.OrderPlaced
                        ? OrderStore.unheardOf(fact.orderId())
                        : store.find(fact.orderId(), fact.provenance().key()),
                fact,
                profile);
    }

    /**
     * Absorbs a fact into an order that was read just now.
     *
     * @throws IllegalStateException if others kept being faster; a redelivery tries again
     */
    Absorbed absorb(Stored known, Fact fact, PostingProfile profile) {
        var before = known;
        for (int race = 0; race < RACES; race++) {
            if (before.absorbed().isPresent()) {
                return repeated(fact, before.absorbed().get());
            }
            switch (OrderCore.decide(before.state(), fact, profile)) {
                case Decision.Refuse(var exception) -> {
                    return new Absorbed(Absorbed.As.REFUSED, refused(fact.orderId(), exception));
                }
                case Decision.Apply(var changeSet) -> {
                    switch (store.append(before, fact, changeSet)) {
                        case Appended.Committed() -> {
                            return new Absorbed(Absorbed.As.NEW, follows(changeSet));
                        }
                        case Appended.KnownAlready(var entry) -> {
                            return repeated(fact, entry);
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

    /** Opens an exception for something that is no part of any order's log. */
    public List<Message> refused(OrderId order, OrderException exception) {
        store.open(order, exception);
        LOG.warnf(
                "%s: exception %s %s: %s",
                order, exception.type(), exception.path(), exception.detail());
        return List.of(Consequences.told(order, exception));
    }

    private List<Message> follows(ChangeSet changeSet) {
        Consequences.exceptions(changeSet).forEach(e -> store.open(changeSet.orderId(), e));
        Consequences.resolved(changeSet).forEach(e -> store.resolve(changeSet.orderId(), e));
        return Consequences.of(changeSet);
    }

    private Absorbed repeated(Fact fact, LogEntry entry) {
        var messages = follows(entry.changeSet());
        if (entry.agrees(fact)) {
            return new Absorbed(Absorbed.As.REPEATED, messages);
        }
        var contradiction =
                new OrderException(
                        fact.provenance().key() + "|" + Type.CONFLICT,
                        Type.CONFLICT,
                        fact.provenance().key().kind(),
                        "the same fact came again and says something else; the first one holds",
                        Owner.INTEGRATION_TEAM,
                        fact.provenance().recordedAt(),
                        fact.provenance().correlationId(),
                        Optional.empty());
        return new Absorbed(
                Absorbed.As.CONTRADICTED,
                Stream.concat(messages.stream(), refused(fact.orderId(), contradiction).stream())
                        .toList());
    }

    /**
     * The messages that facts of these kinds brought about, oldest first, for a message that comes
     * again after its work was done.
     */
    public List<Message> again(OrderId order, Set<String> factKinds) {
        return store.log(order).stream()
                .map(LogEntry::changeSet)
                .filter(changeSet -> factKinds.contains(changeSet.factKey().kind()))
                .flatMap(changeSet -> follows(changeSet).stream())
                .toList();
    }

    /** Opens an exception without telling anybody. */
    public void open(OrderId order, OrderException exception) {
        store.open(order, exception);
    }
}
