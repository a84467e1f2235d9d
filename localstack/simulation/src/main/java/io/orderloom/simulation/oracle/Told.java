package io.orderloom.simulation.oracle;

import io.orderloom.core.Consequences;
import io.orderloom.core.Message;
import io.orderloom.simulation.shop.SimulatedSubscribers.Heard;
import java.util.List;
import java.util.stream.Stream;

/** Everybody was told of everything that the log says happened, or somebody knows that not. */
record Told(Partition partition, Heard heard, List<String> subscribers) {

    List<String> missing() {
        return partition.log().stream()
                .flatMap(fact -> Consequences.of(fact.entry().changeSet()).stream())
                .flatMap(message -> events(message))
                .flatMap(event ->
                        subscribers.stream()
                                .filter(name -> !heard.has(name, event) && !known(name, event))
                                .map(name -> "%s was never told %s".formatted(name, event)))
                .toList();
    }

    private static Stream<String> events(Message message) {
        return switch (message) {
            case Message.Tell(var event) -> Stream.of(event.id());
            case Message.PostOrder _,
                    Message.AmendOrder _,
                    Message.CreditOrder _,
                    Message.Compensate _,
                    Message.TellOne _ ->
                    Stream.empty();
        };
    }

    private boolean known(String subscriber, String event) {
        return partition.open().stream()
                        .anyMatch(exception ->
                                exception.fingerprint().equals(event + "|untold|" + subscriber))
                && partition.hasLetterOf(event);
    }
}
