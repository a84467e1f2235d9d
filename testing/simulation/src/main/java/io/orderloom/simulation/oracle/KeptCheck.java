package io.orderloom.simulation.oracle;

import io.orderloom.core.OrderState;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.order.PersonalData.Address;
import io.orderloom.simulation.shop.SimulatedOrder;
import io.orderloom.simulation.shop.SimulatedShop;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that every accepted delivery is kept byte for byte, and the buyer's data too, and that
 * neither is kept of an order that was erased.
 */
record KeptCheck(
        SimulatedOrder order,
        SimulatedShop shop,
        Partition partition,
        Doings doings,
        Consumer<String> found) {

    void check() {
        shop.taken(order).forEach(this::payload);
        boolean placed =
                partition
                        .state()
                        .filter(state -> state.state() instanceof OrderState.Placed)
                        .isPresent();
        if (placed) {
            buyer();
        }
    }

    private void payload(String delivery) {
        var kept = partition.payload(delivery);
        if (doings.isErased(id())) {
            if (kept.isPresent()) {
                found.accept(delivery + " is kept, and its order is erased");
            }
        } else if (kept.isEmpty()) {
            if (!doings.mayPayloadsBeGone()) {
                found.accept(delivery + " was taken and is nowhere");
            }
        } else if (doings.mayPayloadsBeGone()) {
            found.accept(delivery + " is kept for longer than it may be");
        } else if (!Arrays.equals(kept.get(), shop.bodyOf(order, delivery))) {
            found.accept(delivery + " is kept otherwise than it came");
        }
    }

    private void buyer() {
        var kept = partition.personalData();
        if (doings.isErased(id())) {
            if (kept.isPresent() && !kept.get().equals(PersonalData.NONE)) {
                found.accept("its buyer is kept, and was erased");
            }
            return;
        }
        var buyer = order.buyer();
        var expected = List.of(buyer.name(), buyer.email(), buyer.street(), buyer.street());
        var names = kept.map(KeptCheck::names).orElseGet(List::of);
        if (!names.equals(expected)) {
            found.accept("of its buyer is kept " + names);
        }
    }

    private static List<String> names(PersonalData kept) {
        return List.of(
                kept.name().orElse(""),
                kept.email().orElse(""),
                street(kept.billing()),
                street(kept.shipping()));
    }

    private static String street(Optional<Address> address) {
        return address.flatMap(Address::street).orElse("");
    }

    private OrderId id() {
        return SimulatedShop.id(order);
    }
}
