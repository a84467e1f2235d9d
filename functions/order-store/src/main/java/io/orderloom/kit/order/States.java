package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the states of many orders, with one request for each hundred. */
@ApplicationScoped
class States {
    private final OrderStore store;
    private final TableReads reads;

    States(OrderStore store, TableReads reads) {
        this.store = store;
        this.reads = reads;
    }

    /**
     * @param orders {@link WorkList#TOGETHER} at most
     * @return those that can be read; an order that is not in the table has a state that says so
     */
    Map<OrderId, OrderState> of(Collection<OrderId> orders, OneByOne oneByOne) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var items = reads.items(orders.stream().map(States::key).collect(Collectors.toSet()));
        var states = new HashMap<OrderId, OrderState>();
        for (var order : orders) {
            var item =
                    Optional.ofNullable(items.get(key(order)))
                            .map(state -> Map.of(Items.STATE, state))
                            .orElse(Map.of());
            oneByOne.read("the state of order=" + order, () -> store.stored(order, item).state())
                    .ifPresent(state -> states.put(order, state));
        }
        return states;
    }

    private static ItemKey key(OrderId order) {
        return new ItemKey(Items.partition(order), Items.STATE);
    }
}
