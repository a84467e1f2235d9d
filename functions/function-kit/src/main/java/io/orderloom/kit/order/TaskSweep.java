package io.orderloom.kit.order;

import io.orderloom.core.Due;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes off the work list what nobody has to do any more: whoever did it died before he said so, or
 * somebody else with the same message was in doubt about it a moment later.
 */
@ApplicationScoped
public class TaskSweep {
    private final OrderStore store;
    private final Tasks tasks;

    TaskSweep(OrderStore store, Tasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /**
     * @return how many were taken off
     */
    public int settle() {
        return (int)
                Stream.of(TaskKind.values())
                        .flatMap(tasks::listed)
                        .filter(this::isNotDue)
                        .filter(listed ->
                                tasks.takeOffWorkList(listed.order(), listed.kind(), listed.task()))
                        .count();
    }

    private boolean isNotDue(Tasks.Listed listed) {
        var order = listed.order();
        var state = store.stored(order, store.read(order, List.of(Items.STATE))).state();
        return Due.of(state, listed.kind()).isEmpty();
    }
}
