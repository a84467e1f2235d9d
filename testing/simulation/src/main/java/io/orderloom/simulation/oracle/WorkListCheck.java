package io.orderloom.simulation.oracle;

import io.orderloom.core.AutoResolution;
import io.orderloom.core.Consequences;
import io.orderloom.core.Due;
import io.orderloom.core.OrderState;
import io.orderloom.exception.OrderException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the work list has exactly the exceptions that the log opened and did not settle, and
 * the tasks that are due.
 */
record WorkListCheck(Partition partition) {

    /** The findings that are wrong at any time, before a sweep as well as after it. */
    List<String> wrong() {
        var raised = new HashMap<String, OrderException>();
        var settled = new HashSet<String>();
        for (var fact : partition.log()) {
            var changeSet = fact.entry().changeSet();
            Consequences.exceptions(changeSet).forEach(e -> raised.put(e.fingerprint().text(), e));
            Consequences.resolutions(changeSet).forEach(r -> settled.add(r.fingerprint()));
        }
        var open =
                partition.open().stream()
                        .map(exception -> exception.fingerprint().text())
                        .collect(Collectors.toSet());
        return Stream.concat(missing(raised, settled, open), stale(raised, settled, open)).toList();
    }

    /** The entries that a sweep should have removed. */
    List<String> unswept() {
        return partition.state().stream()
                .map(Partition.State::state)
                .flatMap(order -> Stream.concat(idle(order), settledByFacts(order)))
                .toList();
    }

    private Stream<String> idle(OrderState order) {
        return partition.openTasks().stream()
                .filter(task -> Due.of(order, task).isEmpty())
                .map(task -> task.label() + " is not due and still on the work list");
    }

    private Stream<String> settledByFacts(OrderState order) {
        return partition.open().stream()
                .flatMap(exception -> settled(exception, order).stream())
                .map(settled -> settled + " and is still on the work list");
    }

    private static Optional<String> settled(OrderException exception, OrderState order) {
        return AutoResolution.how(exception, order)
                .map(how -> exception.fingerprint().text() + " is settled: " + how);
    }

    private Stream<String> missing(
            Map<String, OrderException> raised, Set<String> settled, Set<String> open) {
        var closed = partition.closed();
        return raised.values().stream()
                .filter(e ->
                        !settled.contains(e.fingerprint().text())
                                && !open.contains(e.fingerprint().text()))
                .filter(e -> !closed.contains(e.fingerprint().text()))
                .filter(e ->
                        partition.state().stream()
                                .noneMatch(s -> settled(e, s.state()).isPresent()))
                .map(e -> e.fingerprint().text() + " was raised and is not on the work list");
    }

    private static Stream<String> stale(
            Map<String, OrderException> raised, Set<String> settled, Set<String> open) {
        return settled.stream()
                .filter(exception -> raised.containsKey(exception) && open.contains(exception))
                .map(exception -> exception + " is settled and still on the work list");
    }
}
