package io.orderloom.exception;

import io.orderloom.core.Due;
import io.orderloom.core.OrderState;
import io.orderloom.money.Amount;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/** The money that hangs on a task of an order. Pure. */
public final class AtRisk {
    private AtRisk() {}

    /** What is not in the books, or in the wrong hands, until it is done; none if it is not due. */
    public static Optional<Amount> of(OrderState order, TaskKind task) {
        return order instanceof OrderState.Placed placed
                ? Due.of(placed).stream()
                        .filter(due -> due.task() == task)
                        .findFirst()
                        .flatMap(due ->
                                due.moneyAtRisk()
                                        .or(() ->
                                                task == TaskKind.ERP_POST
                                                        ? Optional.of(placed.total())
                                                        : Optional.empty()))
                : Optional.empty();
    }
}
