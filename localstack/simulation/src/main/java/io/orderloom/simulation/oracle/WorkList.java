package io.orderloom.simulation.oracle;

import io.orderloom.core.Consequences;
import io.orderloom.core.OrderException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Open on the work list is what the log opened and has not settled since. */
record WorkList(Partition partition) {

    /** What is wrong with it. */
    List<String> wrong() {
        var raised = new LinkedHashSet<String>();
        var settled = new LinkedHashSet<String>();
        for (var fact : partition.log()) {
            var changeSet = fact.entry().changeSet();
            Consequences.exceptions(changeSet).forEach(e -> raised.add(e.fingerprint()));
            Consequences.resolutions(changeSet).forEach(r -> settled.add(r.fingerprint()));
        }
        var open =
                partition.open().stream()
                        .map(OrderException::fingerprint)
                        .collect(Collectors.toSet());
        return Stream.concat(missing(raised, settled, open), stale(raised, settled, open)).toList();
    }

    private static Stream<String> missing(
            Set<String> raised, Set<String> settled, Set<String> open) {
        return raised.stream()
                .filter(exception -> !settled.contains(exception) && !open.contains(exception))
                .map(exception -> exception + " was raised and is not on the work list");
    }

    private static Stream<String> stale(Set<String> raised, Set<String> settled, Set<String> open) {
        return settled.stream()
                .filter(exception -> raised.contains(exception) && open.contains(exception))
                .map(exception -> exception + " is settled and still on the work list");
    }
}
