package io.orderloom.kit.config;

import io.orderloom.source.SourceInstance;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds settings that work but with which one shop's webhook may be taken for another's. */
final class ChannelDoubts {
    private ChannelDoubts() {}

    /** Returns one line for each doubt; none of them holds a secret. */
    static List<String> of(Collection<ChannelInstance> instances) {
        var settings = instances.stream().map(ChannelInstance::settings).toList();
        return Stream.concat(shared(settings), unbound(settings)).toList();
    }

    private static Stream<String> shared(List<SourceInstance> all) {
        var bySecret = new TreeMap<String, TreeSet<String>>();
        for (var one : all) {
            for (var secret : one.secrets()) {
                bySecret.computeIfAbsent(secret, _ -> new TreeSet<>()).add(one.name());
            }
        }
        return bySecret.values().stream()
                .filter(instances -> instances.size() > 1)
                .distinct()
                .map(instances ->
                        "ORDERLOOM_CHANNELS: %s share a signing secret: what is signed for one is"
                                        .formatted(String.join(", ", instances))
                                + " signed for all; give each its own");
    }

    private static Stream<String> unbound(List<SourceInstance> all) {
        return all.stream()
                .filter(one -> one.account().isEmpty())
                .map(SourceInstance::name)
                .sorted()
                .map(instance ->
                        "ORDERLOOM_CHANNELS: '%s' names no shop: webhooks of any shop that has the"
                                        .formatted(instance)
                                + " same secret are taken; set 'shop'");
    }
}
