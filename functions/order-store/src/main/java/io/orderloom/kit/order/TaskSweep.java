package io.orderloom.kit.order;

import io.orderloom.core.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes off the work list what nobody has to do any more: whoever did it died before he said so, or
 * somebody else with the same message was in doubt about it a moment later.
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
     * @param part of the listed tasks, whose orders are read by one request
     * @return how many were taken off
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
