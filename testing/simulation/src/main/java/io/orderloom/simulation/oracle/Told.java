package io.orderloom.simulation.oracle;

import io.orderloom.core.Consequences;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.shop.Heard;
import java.util.HashMap;
import java.util.stream.Stream;

/**
 * Checks that every subscriber received exactly the events that the log has, and that only those
 * that want test orders received events of a test order.
 *
 * @param test whether the shop placed it as a test
 */
record Told(OrderId order, boolean test, Partition partition, Heard heard, Doings doings) {

    Stream<String> wrong() {
        return Stream.of(unasked(), unmarked(), missing(), other()).flatMap(found -> found);
    }

    private Stream<String> missing() {
        return partition.log().stream()
                .flatMap(Told::events)
                .flatMap(event ->
                        doings.audienceOf(event, test).stream()
                                .filter(name -> !heard.has(name, order, event.id()))
                                .map(name -> "%s was never told %s".formatted(name, event.id())));
    }

    /** Events that differ from the log's events of the same id. */
    private Stream<String> other() {
        var logged = new HashMap<String, LifecycleEvent>();
        partition.log().stream().flatMap(Told::events).forEach(e -> logged.put(e.id(), e));
        return heard.of(order).stream()
                .map(Heard.Told::event)
                .filter(event -> logged.containsKey(event.id()))
                .filter(event -> !Heard.isSame(logged.getOrDefault(event.id(), event), event))
                .map(event ->
                        "told %s, and the log has %s".formatted(event, logged.get(event.id())));
    }

    private Stream<String> unasked() {
        return heard.of(order).stream()
                .flatMap(told ->
                        told.subscribers().stream()
                                .filter(name -> !doings.mayHear(name, test))
                                .map(name ->
                                        "%s asks for no test orders, and was told %s"
                                                .formatted(name, told.event().id())));
    }

    private Stream<String> unmarked() {
        return heard.of(order).stream()
                .map(Heard.Told::event)
                .filter(event -> event.mark().isPresent() != test)
                .map(event ->
                        "was told %s, which says test=%s of an order that is test=%s"
                                .formatted(event.id(), event.mark().isPresent(), test));
    }

    private static Stream<LifecycleEvent> events(Partition.Fact fact) {
        return Consequences.of(fact.entry().changeSet()).stream().flatMap(Told::events);
    }

    private static Stream<LifecycleEvent> events(Message message) {
        return switch (message) {
            case Message.PublishEvent(var event) -> Stream.of(event);
            case Message.ForTask _, Message.DeliverEvent _ -> Stream.empty();
        };
    }
}
