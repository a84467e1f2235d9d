package io.orderloom.core;

import io.orderloom.money.Amount;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/** The money that hangs on a task of an order. Pure. */
public final class MoneyAtRisk {
    private MoneyAtRisk() {}

    /**
     * The money that is not in the books, or in the wrong hands, until the task is done; empty if
     * the task is not due.
     */
    public static Optional<Amount> of(OrderState order, TaskKind task) {
        return Due.of(order, task).flatMap(due -> due.moneyAtRisk().or(() -> posting(order, task)));
    }

    private static Optional<Amount> posting(OrderState order, TaskKind task) {
        return task == TaskKind.ERP_POST && order instanceof OrderState.Placed placed
                ? Optional.of(placed.total())
                : Optional.empty();
    }
}
