package io.orderloom.core;

import io.orderloom.contract.sample.Specimens;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.history.NamedHistories;
import io.orderloom.history.Run;
import io.orderloom.order.Mark;
import io.orderloom.sample.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All lifecycle events that subscribers can get. */
public final class Told {
    private Told() {}

    /**
     * The events of every fact and of every other change, each made with as few and as many values
     * as possible.
     */
    public static Stream<LifecycleEvent> ofEverything() {
        return Stream.of(Specimens.values())
                .flatMap(shape ->
                        Stream.concat(
                                shape.of(Fact.class).stream().map(Fact.class::cast).map(Told::of),
                                shape.of(Change.class).stream()
                                        .map(Change.class::cast)
                                        .filter(change ->
                                                !(change instanceof Change.EventPublished))
                                        .map(List::of)))
                .flatMap(changes -> events(Consequences.of(only(changes))));
    }

    private static List<Change> of(Fact fact) {
        return Stream.concat(
                        Stream.<Change>of(new Change.Applied(fact)),
                        LifecycleEvents.of(fact, Samples.CORRELATION).stream())
                .toList();
    }

    /** The events of the named histories. */
    public static Stream<LifecycleEvent> inNamedHistories() {
        return NamedHistories.all().values().stream()
                .flatMap(facts -> Run.of(Samples.PROFILE, facts).log().stream())
                .flatMap(changeSet -> events(Consequences.of(changeSet)));
    }

    private static Stream<LifecycleEvent> events(List<Message> messages) {
        return messages.stream()
                .flatMap(message ->
                        message instanceof Message.PublishEvent(var event)
                                ? Stream.of(event)
                                : Stream.empty());
    }

    public static LifecycleEvent ofATest(LifecycleEvent event) {
        return new LifecycleEvent(
                event.id(),
                event.type(),
                event.orderId(),
                event.sequence(),
                event.occurredAt(),
                event.correlationId(),
                event.data(),
                Optional.of(Mark.TEST),
                event.details(),
                event.causationId(),
                Optional.of("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01"));
    }

    private static ChangeSet only(List<Change> changes) {
        return new ChangeSet(
                Samples.ORDER,
                1,
                new FactKey("shopify/demo-shop", "any", "1", "1"),
                Samples.NOW,
                Samples.CORRELATION,
                changes,
                Optional.empty());
    }
}
