package io.orderloom.kit.order;

import io.orderloom.core.OrderState;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/**
 * The parts of an order that an effect on another system needs, read at once.
 *
 * @param document absent until the order is placed
 * @param first the document with which it was placed
 * @param personalData absent until the delivery that placed the order has kept them, which may be
 *     after another delivery has called for the effect; none at all where they were erased
 */
public record TaskContext(
        LoadedOrder stored,
        TaskKind kind,
        Task task,
        Optional<Order> document,
        Optional<Order> first,
        Optional<PersonalData> personalData) {

    public OrderState state() {
        return stored.state();
    }
}
