package io.orderloom.kit.task;

import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.task.TaskKind;

/**
 * Executes tasks of one kind. A function has one bean for each kind that it executes. Calls to
 * other systems are made through {@link Effects}, so that a crash at any place neither loses nor
 * doubles one.
 */
public interface TaskExecutor {
    TaskKind kind();

    /**
     * May be called again at any moment, and twice at once.
     *
     * @param found the order with this task, as read for this message
     * @param order the same order, which was placed
     * @param trail the message's context, for measuring how long it is under way
     */
    Handled execute(Message.ForTask asking, TaskContext found, Placed order, MessageContext trail);
}
