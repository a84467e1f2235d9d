package io.orderloom.simulation.oracle;

import io.orderloom.core.Consequences;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.shop.Heard;
import java.util.HashMap;
import java.util.stream.Stream;

/** Everybody was told of everything that the log says happened, and just that. */
record Told(OrderId order, Partition partition, Heard heard, Doings doings) {

    Stream<String> wrong() {
        return Stream.concat(missing(), other());
    }

    private Stream<String> missing() {
        return partition.log().stream()
                .flatMap(Told::events)
                .flatMap(event ->
                        doings.audienceOf(event).stream()
                                .filter(name -> !heard.has(name, order, event.id()))
                                .map(name -> "%s was never told %s".formatted(name, event.id())));
    }

    /** An event of the log that was told with other words than the log has. */
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

    private static Stream<LifecycleEvent> events(Partition.Fact fact) {
        return Consequences.of(fact.entry().changeSet()).stream().flatMap(Told::events);
    }

    private static Stream<LifecycleEvent> events(Message message) {
        return switch (message) {
            case Message.Tell(var event) -> Stream.of(event);
            case Message.PostOrder _,
                    Message.AmendOrder _,
                    Message.CreditOrder _,
                    Message.Compensate _,
                    Message.TellOne _ ->
                    Stream.empty();
        };
    }
}
