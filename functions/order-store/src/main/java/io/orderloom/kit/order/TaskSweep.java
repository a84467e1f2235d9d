package io.orderloom.kit.order;

import io.orderloom.core.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Removes finished tasks from the work list. One stays on it if the process that did it ended
 * before it could remove it, or if a process with the same message recorded a doubt about it a
 * moment later.
 */
@ApplicationScoped
class TaskSweep {
    private final States states;
    private final Tasks tasks;

    TaskSweep(States states, Tasks tasks) {
        this.states = states;
        this.tasks = tasks;
    }

    /**
     * @param part some of the listed tasks, whose orders are read with one request
     * @return how many were removed
     */
    int settle(List<Tasks.Listed> part, OneByOne oneByOne) {
        var orders = part.stream().map(Tasks.Listed::order).collect(Collectors.toSet());
        var known = states.of(orders, oneByOne);
        return (int)
                part.stream()
                        .filter(listed ->
                                Optional.ofNullable(known.get(listed.order()))
                                        .filter(state -> Due.of(state, listed.kind()).isEmpty())
                                        .isPresent())
                        .filter(listed ->
                                tasks.takeOffWorkList(listed.order(), listed.kind(), listed.task()))
                        .count();
    }
}
