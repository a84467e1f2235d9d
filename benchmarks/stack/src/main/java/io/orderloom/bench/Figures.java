package io.orderloom.bench;

import io.orderloom.topology.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of one whole run.
 *
 * @param kinds {@code JVM} or {@code native} by function
 * @param load the run at the highest rate that was sustained, or at the rate that was set
 * @param alone orders so far apart that each message is alone in its batch
 * @param full orders out of a backlog, so that batches are as full as they can be
 */
record Figures(
        Map<Function, String> kinds, Phase load, Optional<Phase> alone, Optional<Phase> full) {

    /** {@code JVM}, {@code native}, or {@code mixed}. */
    String kind() {
        return kind(kinds);
    }

    static String kind(Map<Function, String> kinds) {
        var all = kinds.values().stream().distinct().toList();
        return all.size() == 1 ? all.getFirst() : "mixed";
    }

    /** The functions that a placed order passes through. */
    List<Function> functions() {
        return Stream.of(
                        Function.INTAKE,
                        Function.NORMALIZE,
                        Function.ERP_POST,
                        Function.STATUS_FANOUT)
                .filter(kinds::containsKey)
                .toList();
    }

    BenchAudit audit() {
        var audit = load.audit();
        for (var shape : Stream.of(alone, full).flatMap(Optional::stream).toList()) {
            audit = audit.plus(shape.audit());
        }
        return audit;
    }

    boolean counts() {
        return load.audit().holds()
                && alone.map(p -> p.audit().holds()).orElse(true)
                && full.map(p -> p.audit().holds()).orElse(true);
    }
}
