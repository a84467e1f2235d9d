package io.orderloom.kit.order;

import io.orderloom.core.DueWork;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Lists the places that an order's erasure does not reach, each with what to do about it, as the
 * order's state, its log and the open exceptions show them.
 */
public final class Unreached {
    /** Point-in-time recovery and copies of backups end after this time. */
    private static final Duration BACKUPS = Duration.ofDays(35);

    private final OrderStore store;
    private final DeadLetterStore letters;

    public Unreached(DynamoDbClient dynamo, String table) {
        this.store = OrderStore.plain(dynamo, table);
        this.letters = new DeadLetterStore(dynamo, table);
    }

    public List<String> of(OrderId order, List<ExceptionRecord> open, Instant now) {
        var items = store.read(order, List.of(Items.STATE));
        var untold =
                Optional.ofNullable(items.get(Items.STATE))
                        .flatMap(state -> Optional.ofNullable(state.get(DueMarks.UNTOLD)))
                        .map(names -> Set.copyOf(names.ss()))
                        .orElse(Set.of());
        boolean asked =
                Optional.ofNullable(items.get(Items.STATE))
                        .flatMap(state -> Optional.ofNullable(state.get(DueMarks.ASKED)))
                        .map(number -> !number.n().equals("0"))
                        .orElse(true);
        var events =
                store.log(order).stream()
                        .flatMap(entry -> DueWork.events(entry.changeSet()).stream())
                        .filter(event -> event.mark().isEmpty() || asked)
                        .toList();
        var left = new ArrayList<>(records(store.stored(order, items).state(), now));
        left.addAll(told(events, untold));
        left.addAll(unreadable(order, open));
        return List.copyOf(left);
    }

    private static List<String> records(OrderState state, Instant now) {
        return switch (state) {
            case OrderState.Awaited _ -> List.of();
            case Placed placed -> records(placed, now);
        };
    }

    private static List<String> records(Placed order, Instant now) {
        var left = new ArrayList<String>();
        for (var booked : order.erp().documents()) {
            var reference = booked.document().reference();
            left.add(
                    "erp: %s %s %s (%s) bears the buyer's name and address: erase them there"
                            .formatted(
                                    reference.system(),
                                    reference.kind(),
                                    reference.id(),
                                    booked.document().number()));
        }
        if (order.erp().inDoubt() && order.erp().documents().isEmpty()) {
            left.add(
                    "erp: a posting ended in doubt: look there for a document of %s"
                            .formatted(order.id()));
        }
        left.add(
                "shop: order %s of %s is the shop's own record: erase it there"
                        .formatted(order.id().channelOrderId(), order.id().channelInstance()));
        left.add(
                "backups: may hold it until %s: restore none before without erasing again"
                        .formatted(now.plus(BACKUPS)));
        return left;
    }

    /** An event that one subscriber is still to be notified of may have reached the others. */
    private static List<String> told(List<LifecycleEvent> events, Set<String> untold) {
        var told =
                events.stream()
                        .filter(event -> !untold.contains(DueMarks.name(event)))
                        .map(event -> "%s (%d)".formatted(event.type(), event.sequence()))
                        .toList();
        return told.isEmpty()
                ? List.of()
                : List.of(
                        "subscribers: got events of %s, which name the order and no buyer; ask subscribers what they keep about it"
                                .formatted(String.join(", ", told)));
    }

    /**
     * Unreadable deliveries, which may belong to any order. An erased one is not listed any more.
     */
    private List<String> unreadable(OrderId order, List<ExceptionRecord> open) {
        return open.stream()
                .filter(kept -> kept.queue().filter(Queue.INBOUND::equals).isPresent())
                .filter(kept -> letters.find(kept).isPresent())
                .flatMap(kept -> kept.order().stream())
                .filter(of -> of.channelInstance().equals(order.channelInstance()))
                .map(OrderId::channelOrderId)
                .filter(id -> id.startsWith(DeadLetterSubject.DELIVERY))
                .map(id -> id.substring(DeadLetterSubject.DELIVERY.length()))
                .distinct()
                .map(id ->
                        "unreadable: delivery %s may be of this order: look, then make erase DELIVERY=%s:%s"
                                .formatted(id, order.channelInstance(), id))
                .toList();
    }
}
