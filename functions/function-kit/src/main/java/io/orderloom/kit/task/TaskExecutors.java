package io.orderloom.kit.task;

import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.kit.config.Erps;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The executors of one function. A task that none of them can execute yet is left to a person. */
@ApplicationScoped
public class TaskExecutors {
    private static final Logger LOG = Logger.getLogger(TaskExecutors.class);

    private final Effects effects;
    private final Erps erps;
    private final Map<TaskKind, TaskExecutor> byKind;

    /**
     * @throws IllegalStateException if two executors are for tasks of the same kind
     */
    TaskExecutors(Effects effects, Erps erps, Instance<TaskExecutor> executors) {
        this.effects = effects;
        this.erps = erps;
        this.byKind =
                executors.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        TaskExecutor::kind, Function.identity()));
    }

    /**
     * Executes the task that a message names.
     *
     * @throws IllegalStateException if the message is for no task of this function, or its order
     *     was never placed
     */
    public Handled execute(Message message, MessageContext trail) {
        return switch (message) {
            case Message.ForTask asking -> execute(asking, trail);
            case Message.ForStatus _ ->
                    throw new IllegalStateException(
                            message.id() + " is about an event and asks for no task");
        };
    }

    private Handled execute(Message.ForTask asking, MessageContext trail) {
        var found = effects.find(asking.orderId(), asking.task());
        return switch (found.state()) {
            case Awaited _ ->
                    throw new IllegalStateException(asking.orderId() + " was never placed");
            case Placed order -> {
                var handled = execute(asking, found, order, trail);
                LOG.infof(
                        "order=%s task=%s handled=%s",
                        order.id(),
                        asking.task().label(),
                        switch (handled) {
                            case Handled.Done _ -> "settled";
                            case Handled.Postponed later -> "waits " + later.delay();
                        });
                yield handled;
            }
        };
    }

    private Handled execute(
            Message.ForTask asking, TaskContext found, Placed order, MessageContext trail) {
        return switch (asking.task().executor()) {
            case PERSON ->
                    able(asking.task(), order)
                            .map(executor -> executor.execute(asking, found, order, trail))
                            .orElseGet(() -> effects.leave(found, asking.correlationId()));
            case FUNCTION -> executor(asking).execute(asking, found, order, trail);
        };
    }

    /** The executor of a person's task that the order's ERP is capable of. */
    private Optional<TaskExecutor> able(TaskKind task, Placed order) {
        return task.needs()
                .filter(capability -> erps.can(order.profile(), capability))
                .flatMap(_ -> Optional.ofNullable(byKind.get(task)));
    }

    private TaskExecutor executor(Message.ForTask asking) {
        var executor = byKind.get(asking.task());
        if (executor == null) {
            throw new IllegalStateException(
                    "%s asks for %s, which this function does not execute"
                            .formatted(asking.id(), asking.task().label()));
        }
        return executor;
    }
}
