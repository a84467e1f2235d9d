package io.orderloom.core;

import io.orderloom.event.EventData;
import java.util.Optional;

/**
 * The fact that an event of a change set follows from. One change set may hold several facts: those
 * that waited for their order are decided when it is placed. Pure.
 *
 * @param fact the fact's key
 * @param data what the fact's event says, as far as the change set still has it
 */
record EventCause(String fact, Optional<EventData> data) {

    /** The cause of whatever comes before any change of the order's state. */
    static EventCause of(ChangeSet changeSet) {
        return new EventCause(changeSet.factKey().toString(), Optional.empty());
    }

    /** The cause of what follows a change. */
    EventCause or(Change change) {
        return switch (change) {
            case Change.Accepted(var terms, _, _) ->
                    new EventCause(
                            terms.revision().key(),
                            Optional.of(new EventData.Accepted(terms.total().transaction())));
            case Change.Revised(var terms) ->
                    new EventCause(
                            terms.revision().key(),
                            Optional.of(
                                    new EventData.Edited(
                                            terms.total().transaction(),
                                            terms.revision().source())));
            case Change.Applied(var applied) ->
                    new EventCause(
                            applied.provenance().key().toString(), LifecycleEvents.data(applied));
            case Change.Deferred _,
                    Change.EventPublished _,
                    Change.TaskRequested _,
                    Change.ExceptionRaised _,
                    Change.ExceptionResolved _ ->
                    this;
        };
    }

    /**
     * The data of an event as a record, which the log does not hold a second time. An entry of an
     * older schema may say it in other words than the fact beside it, and then its own words count.
     */
    Optional<EventData> said(Change.EventPublished event) {
        return data.filter(said -> LifecycleEvents.type(said) == event.type())
                .filter(said -> FlatData.of(said).equals(event.data()));
    }
}
