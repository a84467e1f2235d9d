package io.orderloom.maintenance.sweep;

import io.orderloom.core.ChangeSet;
import io.orderloom.core.DueWork;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.Message.DeliverEvent;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.kit.order.DueIndex.Entry;
import io.orderloom.kit.order.DueMarks;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.LogEntry;
import io.orderloom.kit.order.OneByOne;
import io.orderloom.kit.order.OrderStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the messages again that an order on the index waits for, under the ids that they had. */
@ApplicationScoped
class DueMessages {
    private final OrderStore store;

    DueMessages(OrderStore store) {
        this.store = store;
    }

    /** If the log can't be read, whatever the state shows to be due is still sent. */
    List<Message> of(Entry entry, OneByOne oneByOne) {
        var order = entry.order().state();
        return oneByOne.read("the due events of order=" + order.id(), () -> due(entry))
                .orElseGet(() -> DueWork.signals(order));
    }

    private List<Message> due(Entry entry) {
        return Stream.concat(
                        DueWork.signals(entry.order().state()).stream(),
                        events(entry).flatMap(event -> tellings(event, entry.events())))
                .toList();
    }

    /** The newest events are in the state's item; only older ones need a read of the log. */
    private Stream<LifecycleEvent> events(Entry entry) {
        if (entry.events().isEmpty()) {
            return Stream.empty();
        }
        var newest = entry.order().tail().map(Items::logEntry).map(LogEntry::changeSet);
        boolean enough =
                newest.filter(last ->
                                entry.events().stream()
                                        .allMatch(name ->
                                                DueWork.events(last).stream()
                                                        .anyMatch(event -> means(name, event))))
                        .isPresent();
        return (enough ? newest.stream() : log(entry)).flatMap(c -> DueWork.events(c).stream());
    }

    private Stream<ChangeSet> log(Entry entry) {
        return store.log(entry.order().state().id()).stream().map(LogEntry::changeSet);
    }

    private static Stream<Message> tellings(LifecycleEvent event, Set<String> names) {
        return names.stream()
                .filter(name -> means(name, event))
                .map(name ->
                        subscriber(name)
                                .<Message>map(one -> new DeliverEvent(event, one, 1))
                                .orElseGet(() -> new PublishEvent(event)));
    }

    private static boolean means(String name, LifecycleEvent event) {
        return subscriber(name)
                .map(one -> DueMarks.name(event, one))
                .orElseGet(() -> DueMarks.name(event))
                .equals(name);
    }

    private static Optional<String> subscriber(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(name.substring(slash + 1));
    }
}
