package io.orderloom.history;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.core.PostingProfile;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order that takes in facts as the order store does: a fact that came before changes nothing and
 * sends its messages again.
 */
public final class Run {
    private final PostingProfile profile;
    private final Map<FactKey, ChangeSet> ingested = new HashMap<>();
    private final Map<String, Message> messages = new HashMap<>();
    private final List<ChangeSet> log = new ArrayList<>();
    private OrderState state;

    public Run(OrderId order, PostingProfile profile) {
        this.profile = profile;
        state = OrderState.unheardOf(order);
    }

    public static Run of(PostingProfile profile, List<Fact> facts) {
        var run = new Run(facts.getFirst().orderId(), profile);
        facts.forEach(run::ingest);
        return run;
    }

    public Run ingest(Fact fact) {
        var known = ingested.get(fact.provenance().key());
        if (known != null) {
            Consequences.of(known).forEach(this::send);
            return this;
        }
        switch (OrderCore.decide(state, fact, profile)) {
            case Decision.Refuse(var exception) ->
                    send(Consequences.told(fact.orderId(), exception));
            case Decision.Apply(var changeSet) -> {
                ingested.put(changeSet.factKey(), changeSet);
                log.add(changeSet);
                state = OrderCore.evolve(state, changeSet);
                Consequences.of(changeSet).forEach(this::send);
            }
        }
        return this;
    }

    private void send(Message message) {
        var said = withoutArrival(message);
        var before = messages.put(said.id(), said);
        if (before != null && !before.equals(said)) {
            throw new AssertionError(
                    "%s was sent as %s and as %s".formatted(said.id(), before, said));
        }
    }

    /**
     * The message without its sequence, which depends on the order in which facts arrived, and
     * without the time and the cause of an event that follows from several facts together: the last
     * of them to arrive. Nothing else of a message may depend on arrival.
     */
    private static Message withoutArrival(Message message) {
        if (!(message instanceof PublishEvent(var event))) {
            return message;
        }
        boolean ofSeveral =
                event.type() == LifecycleEvent.Type.COMPLETED
                        || event.type() == LifecycleEvent.Type.EXCEPTION_RESOLVED
                        || event.data().equals(Map.of("hold", "payment"));
        boolean mayBeOfSeveral = ofSeveral || event.type() == LifecycleEvent.Type.EXCEPTION_RAISED;
        return new PublishEvent(
                new LifecycleEvent(
                        event.id(),
                        event.type(),
                        event.orderId(),
                        0,
                        ofSeveral ? Instant.EPOCH : event.occurredAt(),
                        event.correlationId(),
                        event.data(),
                        event.mark(),
                        event.details(),
                        mayBeOfSeveral ? Optional.empty() : event.causationId(),
                        event.traceparent()));
    }

    public OrderState state() {
        return state;
    }

    public OrderState.Placed placed() {
        return (OrderState.Placed) state;
    }

    /** The messages by id; they are the same in whatever order facts arrived. */
    public Map<String, Message> messages() {
        return Collections.unmodifiableMap(messages);
    }

    public List<ChangeSet> log() {
        return Collections.unmodifiableList(log);
    }

    public List<OrderException> exceptions() {
        return log.stream().flatMap(set -> Consequences.exceptions(set).stream()).toList();
    }

    /** The state that the log alone leads to. */
    public OrderState replayed() {
        var replayed = OrderState.unheardOf(state.id());
        for (var changeSet : log) {
            replayed = OrderCore.evolve(replayed, changeSet);
        }
        return replayed;
    }
}
